CREATE TABLE "people" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C",
	"name" text COLLATE "C",
	"password_hash" text COLLATE "C",
	"language" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"suspended_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	"totp_secret" text COLLATE "C",
	"totp_since" timestamp (3) with time zone,
	"totp_step" bigint,
	"recovery_hashes" json
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"address" text COLLATE "C",
	"agent" text COLLATE "C",
	CONSTRAINT "sessions_state_check" CHECK ("sessions"."state" in ('second-factor', 'open'))
);

--> statement-breakpoint
CREATE TABLE "tokens" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tokens_purpose_check" CHECK ("tokens"."purpose" in ('confirm-address', 'reset-password'))
);

--> statement-breakpoint
CREATE TABLE "attempts" (
	"subject" text COLLATE "C" PRIMARY KEY NOT NULL,
	"failures" bigint NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "memberships" (
	"person_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("person_id","organisation_id"),
	CONSTRAINT "memberships_role_check" CHECK ("memberships"."role" in ('owner', 'editor', 'viewer'))
);

--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C",
	"role" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"invited_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_role_check" CHECK ("invitations"."role" in ('owner', 'editor', 'viewer'))
);

--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"method" text COLLATE "C" NOT NULL,
	"evidence" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"asked_by" text COLLATE "C",
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" timestamp (3) with time zone,
	"reason" text COLLATE "C",
	CONSTRAINT "verifications_method_check" CHECK ("verifications"."method" in ('official-domain', 'document', 'secretariat')),
	CONSTRAINT "verifications_status_check" CHECK ("verifications"."status" in ('asked', 'granted', 'refused', 'withdrawn'))
);

--> statement-breakpoint
CREATE TABLE "flags" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"resource" text COLLATE "C" NOT NULL,
	"profile_id" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"raised_by" text COLLATE "C",
	"raised_by_organisation" text COLLATE "C",
	"reason" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C",
	"fields" json NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" timestamp (3) with time zone,
	"decision_reason" text COLLATE "C",
	"appealed_by" text COLLATE "C",
	"appealed_at" timestamp (3) with time zone,
	"appeal_words" text COLLATE "C",
	"appeal_outcome" text COLLATE "C",
	"appeal_decided_by" text COLLATE "C",
	"appeal_decided_at" timestamp (3) with time zone,
	"appeal_reason" text COLLATE "C",
	CONSTRAINT "flags_reason_check" CHECK ("flags"."reason" in ('spam', 'contact-details', 'false', 'offensive', 'duplicate', 'off-topic', 'other')),
	CONSTRAINT "flags_status_check" CHECK ("flags"."status" in ('open', 'hidden', 'returned', 'cleared')),
	CONSTRAINT "flags_appeal_outcome_check" CHECK ("flags"."appeal_outcome" in ('upheld', 'overturned'))
);

--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text COLLATE "C",
	"key_id" text COLLATE "C",
	"organisation_id" text COLLATE "C",
	"action" text COLLATE "C" NOT NULL,
	"object_id" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C",
	"before" json,
	"after" json,
	"address" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "introductions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"challenge_id" text COLLATE "C" NOT NULL,
	"match_resource" text COLLATE "C" NOT NULL,
	"match_id" text COLLATE "C" NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"message" text COLLATE "C" NOT NULL,
	"match" json,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" bigint,
	"accepted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text COLLATE "C",
	"decline_reason" text COLLATE "C",
	"end_words" text COLLATE "C",
	"outcome" text COLLATE "C",
	"message_count" bigint NOT NULL,
	CONSTRAINT "introductions_status_check" CHECK ("introductions"."status" in ('requested', 'accepted', 'active', 'closed', 'declined', 'expired', 'withdrawn')),
	CONSTRAINT "introductions_purpose_check" CHECK ("introductions"."purpose" in ('exchange', 'explore-solution', 'joint-work', 'finance', 'knowledge', 'other')),
	CONSTRAINT "introductions_decline_reason_check" CHECK ("introductions"."decline_reason" in ('not-now', 'no-capacity', 'not-a-fit', 'already-solved', 'outside-mandate', 'conflict-of-interest', 'too-little-said', 'other')),
	CONSTRAINT "introductions_outcome_check" CHECK ("introductions"."outcome" in ('none', 'exchange', 'pilot', 'market-sounding', 'tender', 'contract'))
);

--> statement-breakpoint
CREATE TABLE "parties" (
	"introduction_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"resource" text COLLATE "C" NOT NULL,
	"profile_id" text COLLATE "C" NOT NULL,
	"consent" text COLLATE "C" NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" timestamp (3) with time zone,
	"disclosed" json NOT NULL,
	CONSTRAINT "parties_pkey" PRIMARY KEY("introduction_id","organisation_id"),
	CONSTRAINT "parties_side_check" CHECK ("parties"."side" in ('asking', 'asked')),
	CONSTRAINT "parties_consent_check" CHECK ("parties"."consent" in ('pending', 'agreed', 'declined', 'withdrawn'))
);

--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"introduction_id" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"author_id" text COLLATE "C",
	"organisation_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C",
	"links" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "reads" (
	"introduction_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reads_pkey" PRIMARY KEY("introduction_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"challenge_id" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"introduction_id" text COLLATE "C" NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"asked_by_person" text COLLATE "C",
	"text" text COLLATE "C" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text COLLATE "C",
	"answered_by_person" text COLLATE "C",
	"answered_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "judgements" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"introduction_id" text COLLATE "C",
	"query_resource" text COLLATE "C" NOT NULL,
	"query_id" text COLLATE "C" NOT NULL,
	"match_resource" text COLLATE "C" NOT NULL,
	"match_id" text COLLATE "C" NOT NULL,
	"value" double precision NOT NULL,
	"detail" text COLLATE "C",
	"match" json,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "judgements_kind_check" CHECK ("judgements"."kind" in ('thumb', 'decline', 'outcome'))
);

--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "searches" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C",
	"name" text COLLATE "C" NOT NULL,
	"target" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C",
	"watched_resource" text COLLATE "C",
	"watched_id" text COLLATE "C",
	"filters" json NOT NULL,
	"band" text COLLATE "C" NOT NULL,
	"frequency" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"digested_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	"position" bigint NOT NULL,
	CONSTRAINT "searches_target_check" CHECK ("searches"."target" in ('challenges', 'solutions')),
	CONSTRAINT "searches_band_check" CHECK ("searches"."band" in ('strong', 'good', 'possible')),
	CONSTRAINT "searches_frequency_check" CHECK ("searches"."frequency" in ('at-once', 'daily', 'weekly', 'never'))
);

--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"search_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"resource" text COLLATE "C" NOT NULL,
	"profile_id" text COLLATE "C" NOT NULL,
	"profile_version" bigint NOT NULL,
	"band" text COLLATE "C" NOT NULL,
	"score" double precision NOT NULL,
	"reasons" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"mailed_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"object_id" text COLLATE "C" NOT NULL,
	"data" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"message_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"recipient" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"html" text COLLATE "C" NOT NULL,
	"headers" json NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"attempts" bigint NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"last_error" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "mails_status_check" CHECK ("mails"."status" in ('queued', 'sent', 'dead'))
);

--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"secret" text COLLATE "C" NOT NULL,
	"previous_secret" text COLLATE "C",
	"previous_until" timestamp (3) with time zone,
	"events" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"position" bigint NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"paused_reason" text COLLATE "C",
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "webhooks_paused_reason_check" CHECK ("webhooks"."paused_reason" in ('asked', 'gone', 'failing'))
);

--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"webhook_id" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"attempts" bigint NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"last_status" bigint,
	"last_error" text COLLATE "C",
	"last_milliseconds" bigint,
	"last_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_status_check" CHECK ("deliveries"."status" in ('queued', 'delivered', 'dead'))
);

--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "verified_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "verified_by" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "suspended_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "introduction_cap" bigint;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_raised_by_organisation_organisations_id_fk" FOREIGN KEY ("raised_by_organisation") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_appealed_by_people_id_fk" FOREIGN KEY ("appealed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_appeal_decided_by_people_id_fk" FOREIGN KEY ("appeal_decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_asked_by_organisations_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_ended_by_organisations_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_asked_by_organisations_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "judgements" ADD CONSTRAINT "judgements_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "judgements" ADD CONSTRAINT "judgements_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "searches" ADD CONSTRAINT "searches_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_search_id_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."searches"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_key" ON "people" USING btree ("email");
--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_hash_key" ON "sessions" USING btree ("hash");
--> statement-breakpoint
CREATE INDEX "sessions_person_id_idx" ON "sessions" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "sessions_expires_at_idx" ON "sessions" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "tokens_person_id_idx" ON "tokens" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "tokens_expires_at_idx" ON "tokens" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "attempts_last_at_idx" ON "attempts" USING btree ("last_at");
--> statement-breakpoint
CREATE INDEX "memberships_organisation_id_idx" ON "memberships" USING btree ("organisation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_hash_key" ON "invitations" USING btree ("hash");
--> statement-breakpoint
CREATE INDEX "invitations_organisation_id_idx" ON "invitations" USING btree ("organisation_id");
--> statement-breakpoint
CREATE INDEX "invitations_email_idx" ON "invitations" USING btree ("email");
--> statement-breakpoint
CREATE INDEX "verifications_organisation_id_idx" ON "verifications" USING btree ("organisation_id","asked_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_asked_key" ON "verifications" USING btree ("organisation_id") WHERE "verifications"."status" = 'asked';
--> statement-breakpoint
CREATE INDEX "verifications_status_idx" ON "verifications" USING btree ("status","asked_at");
--> statement-breakpoint
CREATE INDEX "flags_profile_id_idx" ON "flags" USING btree ("profile_id");
--> statement-breakpoint
CREATE INDEX "flags_owner_id_idx" ON "flags" USING btree ("owner_id");
--> statement-breakpoint
CREATE INDEX "flags_status_idx" ON "flags" USING btree ("status","raised_at");
--> statement-breakpoint
CREATE INDEX "audit_object_id_idx" ON "audit" USING btree ("object_id","id");
--> statement-breakpoint
CREATE INDEX "audit_owner_id_idx" ON "audit" USING btree ("owner_id","id");
--> statement-breakpoint
CREATE INDEX "audit_person_id_idx" ON "audit" USING btree ("person_id","id");
--> statement-breakpoint
CREATE INDEX "audit_addressed_idx" ON "audit" USING btree ("at") WHERE "audit"."address" is not null;
--> statement-breakpoint
CREATE INDEX "introductions_status_idx" ON "introductions" USING btree ("status","expires_at");
--> statement-breakpoint
CREATE INDEX "introductions_challenge_id_idx" ON "introductions" USING btree ("challenge_id");
--> statement-breakpoint
CREATE INDEX "introductions_match_id_idx" ON "introductions" USING btree ("match_id");
--> statement-breakpoint
CREATE INDEX "parties_organisation_id_idx" ON "parties" USING btree ("organisation_id","introduction_id");
--> statement-breakpoint
CREATE INDEX "parties_profile_id_idx" ON "parties" USING btree ("profile_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "messages_introduction_id_ordinal_key" ON "messages" USING btree ("introduction_id","ordinal");
--> statement-breakpoint
CREATE INDEX "messages_author_id_idx" ON "messages" USING btree ("author_id");
--> statement-breakpoint
CREATE INDEX "questions_challenge_id_idx" ON "questions" USING btree ("challenge_id","asked_at");
--> statement-breakpoint
CREATE INDEX "questions_asked_by_idx" ON "questions" USING btree ("asked_by");
--> statement-breakpoint
CREATE INDEX "judgements_query_id_idx" ON "judgements" USING btree ("query_id","match_id");
--> statement-breakpoint
CREATE INDEX "judgements_match_id_idx" ON "judgements" USING btree ("match_id");
--> statement-breakpoint
CREATE INDEX "judgements_at_idx" ON "judgements" USING btree ("at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "judgements_thumb_key" ON "judgements" USING btree ("person_id","query_id","match_id") WHERE "judgements"."kind" = 'thumb';
--> statement-breakpoint
CREATE INDEX "searches_person_id_idx" ON "searches" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "searches_watched_id_idx" ON "searches" USING btree ("watched_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_search_id_profile_key" ON "alerts" USING btree ("search_id","profile_id","profile_version");
--> statement-breakpoint
CREATE INDEX "alerts_person_id_idx" ON "alerts" USING btree ("person_id","created_at");
--> statement-breakpoint
CREATE INDEX "alerts_unmailed_idx" ON "alerts" USING btree ("search_id") WHERE "alerts"."mailed_at" is null;
--> statement-breakpoint
CREATE INDEX "notices_person_id_idx" ON "notices" USING btree ("person_id","created_at","id");
--> statement-breakpoint
CREATE INDEX "notices_object_id_idx" ON "notices" USING btree ("object_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "mails_message_id_key" ON "mails" USING btree ("message_id");
--> statement-breakpoint
CREATE INDEX "mails_due_idx" ON "mails" USING btree ("next_at") WHERE "mails"."status" = 'queued';
--> statement-breakpoint
CREATE INDEX "mails_status_idx" ON "mails" USING btree ("status","created_at");
--> statement-breakpoint
CREATE INDEX "mails_person_id_idx" ON "mails" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "webhooks_organisation_id_idx" ON "webhooks" USING btree ("organisation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_webhook_id_position_key" ON "deliveries" USING btree ("webhook_id","position");
--> statement-breakpoint
CREATE INDEX "deliveries_due_idx" ON "deliveries" USING btree ("webhook_id","next_at","position") WHERE "deliveries"."status" = 'queued';
--> statement-breakpoint
CREATE INDEX "deliveries_status_idx" ON "deliveries" USING btree ("status","created_at");
--> statement-breakpoint
UPDATE "organisations" SET "verified_at" = "created_at", "verified_by" = 'secretariat';
