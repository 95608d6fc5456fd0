CREATE TABLE "organisations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organisations_kind_check" CHECK ("organisations"."kind" in ('secretariat', 'city', 'provider', 'partner', 'sample'))
);

--> statement-breakpoint
CREATE TABLE "keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"scopes" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "answers" (
	"owner_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"profile_id" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answers_pkey" PRIMARY KEY("owner_id","key")
);

--> statement-breakpoint
CREATE TABLE "cities" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"sample" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	"contact" json,
	"details" json NOT NULL,
	"search" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"country" text COLLATE "C",
	"geonames_id" bigint,
	"population" bigint,
	"population_year" bigint,
	"income_group" text COLLATE "C",
	"climate" text COLLATE "C",
	CONSTRAINT "cities_status_check" CHECK ("cities"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "cities_income_group_check" CHECK ("cities"."income_group" in ('low', 'lower-middle', 'upper-middle', 'high')),
	CONSTRAINT "cities_climate_check" CHECK ("cities"."climate" in ('Af', 'Am', 'Aw', 'BWh', 'BWk', 'BSh', 'BSk', 'Csa', 'Csb', 'Csc', 'Cwa', 'Cwb', 'Cwc', 'Cfa', 'Cfb', 'Cfc', 'Dsa', 'Dsb', 'Dsc', 'Dsd', 'Dwa', 'Dwb', 'Dwc', 'Dwd', 'Dfa', 'Dfb', 'Dfc', 'Dfd', 'ET', 'EF')),
	CONSTRAINT "cities_country_required" CHECK ("cities"."country" is not null or "cities"."erased_at" is not null)
);

--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"sample" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	"contact" json,
	"details" json NOT NULL,
	"search" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"city_id" text COLLATE "C",
	"stage" text COLLATE "C",
	CONSTRAINT "challenges_status_check" CHECK ("challenges"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "challenges_stage_check" CHECK ("challenges"."stage" in ('explore', 'define', 'plan', 'pilot', 'procure', 'scale')),
	CONSTRAINT "challenges_city_id_required" CHECK ("challenges"."city_id" is not null or "challenges"."erased_at" is not null)
);

--> statement-breakpoint
CREATE TABLE "providers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"sample" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	"contact" json,
	"details" json NOT NULL,
	"search" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C",
	"size" text COLLATE "C",
	CONSTRAINT "providers_status_check" CHECK ("providers"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "providers_type_check" CHECK ("providers"."type" in ('company', 'startup', 'non-profit', 'university', 'research-institute', 'public-agency', 'development-bank', 'consortium')),
	CONSTRAINT "providers_size_check" CHECK ("providers"."size" in ('micro', 'small', 'medium', 'large'))
);

--> statement-breakpoint
CREATE TABLE "solutions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"sample" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	"contact" json,
	"details" json NOT NULL,
	"search" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"provider_id" text COLLATE "C",
	"kind" text COLLATE "C",
	"readiness" bigint,
	"fit_population_min" bigint,
	"fit_population_max" bigint,
	CONSTRAINT "solutions_status_check" CHECK ("solutions"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "solutions_kind_check" CHECK ("solutions"."kind" in ('product', 'service', 'infrastructure', 'policy', 'open-source')),
	CONSTRAINT "solutions_kind_required" CHECK ("solutions"."kind" is not null or "solutions"."erased_at" is not null)
);

--> statement-breakpoint
CREATE TABLE "deployments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"sample" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	"contact" json,
	"details" json NOT NULL,
	"search" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"solution_id" text COLLATE "C",
	"city_id" text COLLATE "C",
	"challenge_id" text COLLATE "C",
	"stage" text COLLATE "C",
	"confirmed" boolean,
	CONSTRAINT "deployments_status_check" CHECK ("deployments"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "deployments_stage_check" CHECK ("deployments"."stage" in ('pilot', 'operational', 'scaled', 'discontinued')),
	CONSTRAINT "deployments_solution_id_required" CHECK ("deployments"."solution_id" is not null or "deployments"."erased_at" is not null),
	CONSTRAINT "deployments_city_id_required" CHECK ("deployments"."city_id" is not null or "deployments"."erased_at" is not null),
	CONSTRAINT "deployments_stage_required" CHECK ("deployments"."stage" is not null or "deployments"."erased_at" is not null)
);

--> statement-breakpoint
CREATE TABLE "city_codes" (
	"parent_id" text COLLATE "C" NOT NULL,
	"scheme" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	CONSTRAINT "city_codes_pkey" PRIMARY KEY("parent_id","scheme","ordinal")
);

--> statement-breakpoint
CREATE TABLE "challenge_codes" (
	"parent_id" text COLLATE "C" NOT NULL,
	"scheme" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	CONSTRAINT "challenge_codes_pkey" PRIMARY KEY("parent_id","scheme","ordinal")
);

--> statement-breakpoint
CREATE TABLE "provider_codes" (
	"parent_id" text COLLATE "C" NOT NULL,
	"scheme" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	CONSTRAINT "provider_codes_pkey" PRIMARY KEY("parent_id","scheme","ordinal")
);

--> statement-breakpoint
CREATE TABLE "solution_codes" (
	"parent_id" text COLLATE "C" NOT NULL,
	"scheme" text COLLATE "C" NOT NULL,
	"ordinal" bigint NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	CONSTRAINT "solution_codes_pkey" PRIMARY KEY("parent_id","scheme","ordinal")
);

--> statement-breakpoint
CREATE TABLE "changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"position" bigint,
	"resource" text COLLATE "C" NOT NULL,
	"profile_id" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"public" boolean NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"fields" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"content" json
);

--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "cities" ADD CONSTRAINT "cities_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "solutions" ADD CONSTRAINT "solutions_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "solutions" ADD CONSTRAINT "solutions_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_solution_id_solutions_id_fk" FOREIGN KEY ("solution_id") REFERENCES "public"."solutions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."cities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "city_codes" ADD CONSTRAINT "city_codes_parent_id_cities_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."cities"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "challenge_codes" ADD CONSTRAINT "challenge_codes_parent_id_challenges_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."challenges"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "provider_codes" ADD CONSTRAINT "provider_codes_parent_id_providers_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "solution_codes" ADD CONSTRAINT "solution_codes_parent_id_solutions_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."solutions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_name_key" ON "organisations" USING btree ("name");
--> statement-breakpoint
CREATE UNIQUE INDEX "keys_hash_key" ON "keys" USING btree ("hash");
--> statement-breakpoint
CREATE INDEX "keys_organisation_id_idx" ON "keys" USING btree ("organisation_id");
--> statement-breakpoint
CREATE INDEX "answers_profile_id_idx" ON "answers" USING btree ("profile_id");
--> statement-breakpoint
CREATE INDEX "answers_created_at_idx" ON "answers" USING btree ("created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "cities_owner_id_external_id_key" ON "cities" USING btree ("owner_id","external_id");
--> statement-breakpoint
CREATE INDEX "cities_updated_at_idx" ON "cities" USING btree ("updated_at","id");
--> statement-breakpoint
CREATE INDEX "cities_created_at_idx" ON "cities" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "cities_label_idx" ON "cities" USING btree ("label","id");
--> statement-breakpoint
CREATE INDEX "cities_country_idx" ON "cities" USING btree ("country","population");
--> statement-breakpoint
CREATE INDEX "cities_population_idx" ON "cities" USING btree ("population");
--> statement-breakpoint
CREATE UNIQUE INDEX "challenges_owner_id_external_id_key" ON "challenges" USING btree ("owner_id","external_id");
--> statement-breakpoint
CREATE INDEX "challenges_updated_at_idx" ON "challenges" USING btree ("updated_at","id");
--> statement-breakpoint
CREATE INDEX "challenges_created_at_idx" ON "challenges" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "challenges_label_idx" ON "challenges" USING btree ("label","id");
--> statement-breakpoint
CREATE INDEX "challenges_city_id_idx" ON "challenges" USING btree ("city_id");
--> statement-breakpoint
CREATE INDEX "challenges_stage_idx" ON "challenges" USING btree ("stage");
--> statement-breakpoint
CREATE UNIQUE INDEX "providers_owner_id_external_id_key" ON "providers" USING btree ("owner_id","external_id");
--> statement-breakpoint
CREATE INDEX "providers_updated_at_idx" ON "providers" USING btree ("updated_at","id");
--> statement-breakpoint
CREATE INDEX "providers_created_at_idx" ON "providers" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "providers_label_idx" ON "providers" USING btree ("label","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "solutions_owner_id_external_id_key" ON "solutions" USING btree ("owner_id","external_id");
--> statement-breakpoint
CREATE INDEX "solutions_updated_at_idx" ON "solutions" USING btree ("updated_at","id");
--> statement-breakpoint
CREATE INDEX "solutions_created_at_idx" ON "solutions" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "solutions_label_idx" ON "solutions" USING btree ("label","id");
--> statement-breakpoint
CREATE INDEX "solutions_provider_id_idx" ON "solutions" USING btree ("provider_id");
--> statement-breakpoint
CREATE INDEX "solutions_kind_idx" ON "solutions" USING btree ("kind");
--> statement-breakpoint
CREATE INDEX "solutions_fit_population_idx" ON "solutions" USING btree ("fit_population_min","fit_population_max");
--> statement-breakpoint
CREATE UNIQUE INDEX "deployments_owner_id_external_id_key" ON "deployments" USING btree ("owner_id","external_id");
--> statement-breakpoint
CREATE INDEX "deployments_updated_at_idx" ON "deployments" USING btree ("updated_at","id");
--> statement-breakpoint
CREATE INDEX "deployments_created_at_idx" ON "deployments" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "deployments_label_idx" ON "deployments" USING btree ("label","id");
--> statement-breakpoint
CREATE INDEX "deployments_solution_id_idx" ON "deployments" USING btree ("solution_id");
--> statement-breakpoint
CREATE INDEX "deployments_city_id_idx" ON "deployments" USING btree ("city_id");
--> statement-breakpoint
CREATE INDEX "deployments_challenge_id_idx" ON "deployments" USING btree ("challenge_id");
--> statement-breakpoint
CREATE INDEX "deployments_stage_idx" ON "deployments" USING btree ("stage");
--> statement-breakpoint
CREATE INDEX "city_codes_code_idx" ON "city_codes" USING btree ("scheme","code","parent_id");
--> statement-breakpoint
CREATE INDEX "challenge_codes_code_idx" ON "challenge_codes" USING btree ("scheme","code","parent_id");
--> statement-breakpoint
CREATE INDEX "provider_codes_code_idx" ON "provider_codes" USING btree ("scheme","code","parent_id");
--> statement-breakpoint
CREATE INDEX "solution_codes_code_idx" ON "solution_codes" USING btree ("scheme","code","parent_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "changes_position_key" ON "changes" USING btree ("position");
--> statement-breakpoint
CREATE INDEX "changes_unnumbered_idx" ON "changes" USING btree ("id") WHERE "changes"."position" is null;
--> statement-breakpoint
CREATE INDEX "changes_profile_id_idx" ON "changes" USING btree ("profile_id","version");
