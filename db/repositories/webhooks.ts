import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { DeliveryRepository, WebhookRepository } from '../types.ts'
import { rows } from './rows.ts'

export const webhookRepository = (handle: Handle, { webhooks }: Tables): WebhookRepository => ({
  ...rows(handle, webhooks),
  listOf: async (organisationId) => handle.select().from(webhooks).where(and(eq(webhooks.organisationId, organisationId), isNull(webhooks.removedAt))).orderBy(desc(webhooks.createdAt), desc(webhooks.id))
})

export const deliveryRepository = (handle: Handle, { deliveries }: Tables): DeliveryRepository => rows(handle, deliveries)
