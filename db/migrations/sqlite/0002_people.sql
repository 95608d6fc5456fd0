CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`name` text,
	`password_hash` text,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`suspended_at` integer,
	`erased_at` integer,
	`totp_secret` text,
	`totp_since` integer,
	`totp_step` integer,
	`recovery_hashes` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_key` ON `people` (`email`);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`hash` text NOT NULL,
	`state` text NOT NULL,
	`organisation_id` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`address` text,
	`agent` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_state_check" CHECK("sessions"."state" in ('second-factor', 'open'))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_hash_key` ON `sessions` (`hash`);
--> statement-breakpoint
CREATE INDEX `sessions_person_id_idx` ON `sessions` (`person_id`);
--> statement-breakpoint
CREATE INDEX `sessions_expires_at_idx` ON `sessions` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tokens_purpose_check" CHECK("tokens"."purpose" in ('confirm-address', 'reset-password'))
);

--> statement-breakpoint
CREATE INDEX `tokens_person_id_idx` ON `tokens` (`person_id`);
--> statement-breakpoint
CREATE INDEX `tokens_expires_at_idx` ON `tokens` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`subject` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`since` integer NOT NULL,
	`last_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `attempts_last_at_idx` ON `attempts` (`last_at`);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `organisation_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "memberships_role_check" CHECK("memberships"."role" in ('owner', 'editor', 'viewer'))
);

--> statement-breakpoint
CREATE INDEX `memberships_organisation_id_idx` ON `memberships` (`organisation_id`);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text,
	`role` text NOT NULL,
	`hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_role_check" CHECK("invitations"."role" in ('owner', 'editor', 'viewer'))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_hash_key` ON `invitations` (`hash`);
--> statement-breakpoint
CREATE INDEX `invitations_organisation_id_idx` ON `invitations` (`organisation_id`);
--> statement-breakpoint
CREATE INDEX `invitations_email_idx` ON `invitations` (`email`);
--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`method` text NOT NULL,
	`evidence` text NOT NULL,
	`words` text,
	`status` text NOT NULL,
	`asked_by` text,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verifications_method_check" CHECK("verifications"."method" in ('official-domain', 'document', 'secretariat')),
	CONSTRAINT "verifications_status_check" CHECK("verifications"."status" in ('asked', 'granted', 'refused', 'withdrawn'))
);

--> statement-breakpoint
CREATE INDEX `verifications_organisation_id_idx` ON `verifications` (`organisation_id`,`asked_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `verifications_asked_key` ON `verifications` (`organisation_id`) WHERE "verifications"."status" = 'asked';
--> statement-breakpoint
CREATE INDEX `verifications_status_idx` ON `verifications` (`status`,`asked_at`);
--> statement-breakpoint
CREATE TABLE `flags` (
	`id` text PRIMARY KEY NOT NULL,
	`resource` text NOT NULL,
	`profile_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`version` integer NOT NULL,
	`raised_by` text,
	`raised_by_organisation` text,
	`reason` text NOT NULL,
	`words` text,
	`fields` text NOT NULL,
	`status` text NOT NULL,
	`raised_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	`appealed_by` text,
	`appealed_at` integer,
	`appeal_words` text,
	`appeal_outcome` text,
	`appeal_decided_by` text,
	`appeal_decided_at` integer,
	`appeal_reason` text,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by_organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appealed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appeal_decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "flags_reason_check" CHECK("flags"."reason" in ('spam', 'contact-details', 'false', 'offensive', 'duplicate', 'off-topic', 'other')),
	CONSTRAINT "flags_status_check" CHECK("flags"."status" in ('open', 'hidden', 'returned', 'cleared')),
	CONSTRAINT "flags_appeal_outcome_check" CHECK("flags"."appeal_outcome" in ('upheld', 'overturned'))
);

--> statement-breakpoint
CREATE INDEX `flags_profile_id_idx` ON `flags` (`profile_id`);
--> statement-breakpoint
CREATE INDEX `flags_owner_id_idx` ON `flags` (`owner_id`);
--> statement-breakpoint
CREATE INDEX `flags_status_idx` ON `flags` (`status`,`raised_at`);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`key_id` text,
	`organisation_id` text,
	`action` text NOT NULL,
	`object_id` text NOT NULL,
	`owner_id` text,
	`before` text,
	`after` text,
	`address` text
);

--> statement-breakpoint
CREATE INDEX `audit_object_id_idx` ON `audit` (`object_id`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_owner_id_idx` ON `audit` (`owner_id`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_person_id_idx` ON `audit` (`person_id`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_addressed_idx` ON `audit` (`at`) WHERE "audit"."address" is not null;
--> statement-breakpoint
CREATE TABLE `introductions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`challenge_id` text NOT NULL,
	`match_resource` text NOT NULL,
	`match_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`purpose` text NOT NULL,
	`message` text NOT NULL,
	`match` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`reminded_at` integer,
	`accepted_at` integer,
	`ended_at` integer,
	`ended_by` text,
	`decline_reason` text,
	`end_words` text,
	`outcome` text,
	`message_count` integer NOT NULL,
	FOREIGN KEY (`asked_by`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "introductions_status_check" CHECK("introductions"."status" in ('requested', 'accepted', 'active', 'closed', 'declined', 'expired', 'withdrawn')),
	CONSTRAINT "introductions_purpose_check" CHECK("introductions"."purpose" in ('exchange', 'explore-solution', 'joint-work', 'finance', 'knowledge', 'other')),
	CONSTRAINT "introductions_decline_reason_check" CHECK("introductions"."decline_reason" in ('not-now', 'no-capacity', 'not-a-fit', 'already-solved', 'outside-mandate', 'conflict-of-interest', 'too-little-said', 'other')),
	CONSTRAINT "introductions_outcome_check" CHECK("introductions"."outcome" in ('none', 'exchange', 'pilot', 'market-sounding', 'tender', 'contract'))
);

--> statement-breakpoint
CREATE INDEX `introductions_status_idx` ON `introductions` (`status`,`expires_at`);
--> statement-breakpoint
CREATE INDEX `introductions_challenge_id_idx` ON `introductions` (`challenge_id`);
--> statement-breakpoint
CREATE INDEX `introductions_match_id_idx` ON `introductions` (`match_id`);
--> statement-breakpoint
CREATE TABLE `parties` (
	`introduction_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`side` text NOT NULL,
	`resource` text NOT NULL,
	`profile_id` text NOT NULL,
	`consent` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`disclosed` text NOT NULL,
	PRIMARY KEY(`introduction_id`, `organisation_id`),
	FOREIGN KEY (`introduction_id`) REFERENCES `introductions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "parties_side_check" CHECK("parties"."side" in ('asking', 'asked')),
	CONSTRAINT "parties_consent_check" CHECK("parties"."consent" in ('pending', 'agreed', 'declined', 'withdrawn'))
);

--> statement-breakpoint
CREATE INDEX `parties_organisation_id_idx` ON `parties` (`organisation_id`,`introduction_id`);
--> statement-breakpoint
CREATE INDEX `parties_profile_id_idx` ON `parties` (`profile_id`);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`introduction_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`author_id` text,
	`organisation_id` text NOT NULL,
	`text` text,
	`links` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	FOREIGN KEY (`introduction_id`) REFERENCES `introductions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `messages_introduction_id_ordinal_key` ON `messages` (`introduction_id`,`ordinal`);
--> statement-breakpoint
CREATE INDEX `messages_author_id_idx` ON `messages` (`author_id`);
--> statement-breakpoint
CREATE TABLE `reads` (
	`introduction_id` text NOT NULL,
	`person_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`introduction_id`, `person_id`),
	FOREIGN KEY (`introduction_id`) REFERENCES `introductions`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`challenge_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`introduction_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_by_person` text,
	`text` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_by_person` text,
	`answered_at` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`introduction_id`) REFERENCES `introductions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `questions_challenge_id_idx` ON `questions` (`challenge_id`,`asked_at`);
--> statement-breakpoint
CREATE INDEX `questions_asked_by_idx` ON `questions` (`asked_by`);
--> statement-breakpoint
CREATE TABLE `judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text,
	`introduction_id` text,
	`query_resource` text NOT NULL,
	`query_id` text NOT NULL,
	`match_resource` text NOT NULL,
	`match_id` text NOT NULL,
	`value` real NOT NULL,
	`detail` text,
	`match` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`introduction_id`) REFERENCES `introductions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "judgements_kind_check" CHECK("judgements"."kind" in ('thumb', 'decline', 'outcome'))
);

--> statement-breakpoint
CREATE INDEX `judgements_query_id_idx` ON `judgements` (`query_id`,`match_id`);
--> statement-breakpoint
CREATE INDEX `judgements_match_id_idx` ON `judgements` (`match_id`);
--> statement-breakpoint
CREATE INDEX `judgements_at_idx` ON `judgements` (`at`,`id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `judgements_thumb_key` ON `judgements` (`person_id`,`query_id`,`match_id`) WHERE "judgements"."kind" = 'thumb';
--> statement-breakpoint
CREATE TABLE `secrets` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `searches` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`name` text NOT NULL,
	`target` text NOT NULL,
	`text` text,
	`watched_resource` text,
	`watched_id` text,
	`filters` text NOT NULL,
	`band` text NOT NULL,
	`frequency` text NOT NULL,
	`created_at` integer NOT NULL,
	`digested_at` integer,
	`stopped_at` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "searches_target_check" CHECK("searches"."target" in ('challenges', 'solutions')),
	CONSTRAINT "searches_band_check" CHECK("searches"."band" in ('strong', 'good', 'possible')),
	CONSTRAINT "searches_frequency_check" CHECK("searches"."frequency" in ('at-once', 'daily', 'weekly', 'never'))
);

--> statement-breakpoint
CREATE INDEX `searches_person_id_idx` ON `searches` (`person_id`);
--> statement-breakpoint
CREATE INDEX `searches_watched_id_idx` ON `searches` (`watched_id`);
--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`search_id` text NOT NULL,
	`person_id` text NOT NULL,
	`resource` text NOT NULL,
	`profile_id` text NOT NULL,
	`profile_version` integer NOT NULL,
	`band` text NOT NULL,
	`score` real NOT NULL,
	`reasons` text NOT NULL,
	`created_at` integer NOT NULL,
	`mailed_at` integer,
	FOREIGN KEY (`search_id`) REFERENCES `searches`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_search_id_profile_key` ON `alerts` (`search_id`,`profile_id`,`profile_version`);
--> statement-breakpoint
CREATE INDEX `alerts_person_id_idx` ON `alerts` (`person_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `alerts_unmailed_idx` ON `alerts` (`search_id`) WHERE "alerts"."mailed_at" is null;
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer
);

--> statement-breakpoint
CREATE INDEX `notices_person_id_idx` ON `notices` (`person_id`,`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `notices_object_id_idx` ON `notices` (`object_id`);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`person_id` text,
	`recipient` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`headers` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	CONSTRAINT "mails_status_check" CHECK("mails"."status" in ('queued', 'sent', 'dead'))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `mails_message_id_key` ON `mails` (`message_id`);
--> statement-breakpoint
CREATE INDEX `mails_due_idx` ON `mails` (`next_at`) WHERE "mails"."status" = 'queued';
--> statement-breakpoint
CREATE INDEX `mails_status_idx` ON `mails` (`status`,`created_at`);
--> statement-breakpoint
CREATE INDEX `mails_person_id_idx` ON `mails` (`person_id`);
--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`previous_secret` text,
	`previous_until` integer,
	`events` text NOT NULL,
	`created_at` integer NOT NULL,
	`position` integer NOT NULL,
	`failing_since` integer,
	`paused_at` integer,
	`paused_reason` text,
	`removed_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "webhooks_paused_reason_check" CHECK("webhooks"."paused_reason" in ('asked', 'gone', 'failing'))
);

--> statement-breakpoint
CREATE INDEX `webhooks_organisation_id_idx` ON `webhooks` (`organisation_id`);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text NOT NULL,
	`position` integer NOT NULL,
	`event_id` text NOT NULL,
	`type` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`since` integer NOT NULL,
	`last_status` integer,
	`last_error` text,
	`last_milliseconds` integer,
	`last_at` integer,
	`created_at` integer NOT NULL,
	`delivered_at` integer,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_status_check" CHECK("deliveries"."status" in ('queued', 'delivered', 'dead'))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_webhook_id_position_key` ON `deliveries` (`webhook_id`,`position`);
--> statement-breakpoint
CREATE INDEX `deliveries_due_idx` ON `deliveries` (`webhook_id`,`next_at`,`position`) WHERE "deliveries"."status" = 'queued';
--> statement-breakpoint
CREATE INDEX `deliveries_status_idx` ON `deliveries` (`status`,`created_at`);
--> statement-breakpoint
ALTER TABLE `organisations` ADD `verified_at` integer;
--> statement-breakpoint
ALTER TABLE `organisations` ADD `verified_by` text;
--> statement-breakpoint
ALTER TABLE `organisations` ADD `suspended_at` integer;
--> statement-breakpoint
ALTER TABLE `organisations` ADD `introduction_cap` integer;
--> statement-breakpoint
UPDATE `organisations` SET `verified_at` = `created_at`, `verified_by` = 'secretariat';
