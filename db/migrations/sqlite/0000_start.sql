CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "organisations_kind_check" CHECK("organisations"."kind" in ('secretariat', 'city', 'provider', 'partner', 'sample'))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_name_key` ON `organisations` (`name`);
--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`last_used_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `keys_hash_key` ON `keys` (`hash`);
--> statement-breakpoint
CREATE INDEX `keys_organisation_id_idx` ON `keys` (`organisation_id`);
--> statement-breakpoint
CREATE TABLE `answers` (
	`owner_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`profile_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `key`),
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `answers_profile_id_idx` ON `answers` (`profile_id`);
--> statement-breakpoint
CREATE INDEX `answers_created_at_idx` ON `answers` (`created_at`);
--> statement-breakpoint
CREATE TABLE `cities` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`external_id` text,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`closed_at` integer,
	`erased_at` integer,
	`contact` text,
	`details` text NOT NULL,
	`search` text NOT NULL,
	`label` text NOT NULL,
	`language` text NOT NULL,
	`country` text,
	`geonames_id` integer,
	`population` integer,
	`population_year` integer,
	`income_group` text,
	`climate` text,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cities_status_check" CHECK("cities"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "cities_income_group_check" CHECK("cities"."income_group" in ('low', 'lower-middle', 'upper-middle', 'high')),
	CONSTRAINT "cities_climate_check" CHECK("cities"."climate" in ('Af', 'Am', 'Aw', 'BWh', 'BWk', 'BSh', 'BSk', 'Csa', 'Csb', 'Csc', 'Cwa', 'Cwb', 'Cwc', 'Cfa', 'Cfb', 'Cfc', 'Dsa', 'Dsb', 'Dsc', 'Dsd', 'Dwa', 'Dwb', 'Dwc', 'Dwd', 'Dfa', 'Dfb', 'Dfc', 'Dfd', 'ET', 'EF')),
	CONSTRAINT "cities_country_required" CHECK("cities"."country" is not null or "cities"."erased_at" is not null)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `cities_owner_id_external_id_key` ON `cities` (`owner_id`,`external_id`);
--> statement-breakpoint
CREATE INDEX `cities_updated_at_idx` ON `cities` (`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `cities_created_at_idx` ON `cities` (`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `cities_label_idx` ON `cities` (`label`,`id`);
--> statement-breakpoint
CREATE INDEX `cities_country_idx` ON `cities` (`country`,`population`);
--> statement-breakpoint
CREATE INDEX `cities_population_idx` ON `cities` (`population`);
--> statement-breakpoint
CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`external_id` text,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`closed_at` integer,
	`erased_at` integer,
	`contact` text,
	`details` text NOT NULL,
	`search` text NOT NULL,
	`label` text NOT NULL,
	`language` text NOT NULL,
	`city_id` text,
	`stage` text,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`city_id`) REFERENCES `cities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "challenges_status_check" CHECK("challenges"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "challenges_stage_check" CHECK("challenges"."stage" in ('explore', 'define', 'plan', 'pilot', 'procure', 'scale')),
	CONSTRAINT "challenges_city_id_required" CHECK("challenges"."city_id" is not null or "challenges"."erased_at" is not null)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `challenges_owner_id_external_id_key` ON `challenges` (`owner_id`,`external_id`);
--> statement-breakpoint
CREATE INDEX `challenges_updated_at_idx` ON `challenges` (`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `challenges_created_at_idx` ON `challenges` (`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `challenges_label_idx` ON `challenges` (`label`,`id`);
--> statement-breakpoint
CREATE INDEX `challenges_city_id_idx` ON `challenges` (`city_id`);
--> statement-breakpoint
CREATE INDEX `challenges_stage_idx` ON `challenges` (`stage`);
--> statement-breakpoint
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`external_id` text,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`closed_at` integer,
	`erased_at` integer,
	`contact` text,
	`details` text NOT NULL,
	`search` text NOT NULL,
	`label` text NOT NULL,
	`language` text NOT NULL,
	`type` text,
	`size` text,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "providers_status_check" CHECK("providers"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "providers_type_check" CHECK("providers"."type" in ('company', 'startup', 'non-profit', 'university', 'research-institute', 'public-agency', 'development-bank', 'consortium')),
	CONSTRAINT "providers_size_check" CHECK("providers"."size" in ('micro', 'small', 'medium', 'large'))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `providers_owner_id_external_id_key` ON `providers` (`owner_id`,`external_id`);
--> statement-breakpoint
CREATE INDEX `providers_updated_at_idx` ON `providers` (`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `providers_created_at_idx` ON `providers` (`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `providers_label_idx` ON `providers` (`label`,`id`);
--> statement-breakpoint
CREATE TABLE `solutions` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`external_id` text,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`closed_at` integer,
	`erased_at` integer,
	`contact` text,
	`details` text NOT NULL,
	`search` text NOT NULL,
	`label` text NOT NULL,
	`language` text NOT NULL,
	`provider_id` text,
	`kind` text,
	`readiness` integer,
	`fit_population_min` integer,
	`fit_population_max` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "solutions_status_check" CHECK("solutions"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "solutions_kind_check" CHECK("solutions"."kind" in ('product', 'service', 'infrastructure', 'policy', 'open-source')),
	CONSTRAINT "solutions_kind_required" CHECK("solutions"."kind" is not null or "solutions"."erased_at" is not null)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `solutions_owner_id_external_id_key` ON `solutions` (`owner_id`,`external_id`);
--> statement-breakpoint
CREATE INDEX `solutions_updated_at_idx` ON `solutions` (`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `solutions_created_at_idx` ON `solutions` (`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `solutions_label_idx` ON `solutions` (`label`,`id`);
--> statement-breakpoint
CREATE INDEX `solutions_provider_id_idx` ON `solutions` (`provider_id`);
--> statement-breakpoint
CREATE INDEX `solutions_kind_idx` ON `solutions` (`kind`);
--> statement-breakpoint
CREATE INDEX `solutions_fit_population_idx` ON `solutions` (`fit_population_min`,`fit_population_max`);
--> statement-breakpoint
CREATE TABLE `deployments` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`external_id` text,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`closed_at` integer,
	`erased_at` integer,
	`contact` text,
	`details` text NOT NULL,
	`search` text NOT NULL,
	`label` text NOT NULL,
	`language` text NOT NULL,
	`solution_id` text,
	`city_id` text,
	`challenge_id` text,
	`stage` text,
	`confirmed` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`solution_id`) REFERENCES `solutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`city_id`) REFERENCES `cities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deployments_status_check" CHECK("deployments"."status" in ('draft', 'published', 'hidden', 'closed')),
	CONSTRAINT "deployments_stage_check" CHECK("deployments"."stage" in ('pilot', 'operational', 'scaled', 'discontinued')),
	CONSTRAINT "deployments_solution_id_required" CHECK("deployments"."solution_id" is not null or "deployments"."erased_at" is not null),
	CONSTRAINT "deployments_city_id_required" CHECK("deployments"."city_id" is not null or "deployments"."erased_at" is not null),
	CONSTRAINT "deployments_stage_required" CHECK("deployments"."stage" is not null or "deployments"."erased_at" is not null)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `deployments_owner_id_external_id_key` ON `deployments` (`owner_id`,`external_id`);
--> statement-breakpoint
CREATE INDEX `deployments_updated_at_idx` ON `deployments` (`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `deployments_created_at_idx` ON `deployments` (`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `deployments_label_idx` ON `deployments` (`label`,`id`);
--> statement-breakpoint
CREATE INDEX `deployments_solution_id_idx` ON `deployments` (`solution_id`);
--> statement-breakpoint
CREATE INDEX `deployments_city_id_idx` ON `deployments` (`city_id`);
--> statement-breakpoint
CREATE INDEX `deployments_challenge_id_idx` ON `deployments` (`challenge_id`);
--> statement-breakpoint
CREATE INDEX `deployments_stage_idx` ON `deployments` (`stage`);
--> statement-breakpoint
CREATE TABLE `city_codes` (
	`parent_id` text NOT NULL,
	`scheme` text NOT NULL,
	`ordinal` integer NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`parent_id`, `scheme`, `ordinal`),
	FOREIGN KEY (`parent_id`) REFERENCES `cities`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `city_codes_code_idx` ON `city_codes` (`scheme`,`code`,`parent_id`);
--> statement-breakpoint
CREATE TABLE `challenge_codes` (
	`parent_id` text NOT NULL,
	`scheme` text NOT NULL,
	`ordinal` integer NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`parent_id`, `scheme`, `ordinal`),
	FOREIGN KEY (`parent_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `challenge_codes_code_idx` ON `challenge_codes` (`scheme`,`code`,`parent_id`);
--> statement-breakpoint
CREATE TABLE `provider_codes` (
	`parent_id` text NOT NULL,
	`scheme` text NOT NULL,
	`ordinal` integer NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`parent_id`, `scheme`, `ordinal`),
	FOREIGN KEY (`parent_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `provider_codes_code_idx` ON `provider_codes` (`scheme`,`code`,`parent_id`);
--> statement-breakpoint
CREATE TABLE `solution_codes` (
	`parent_id` text NOT NULL,
	`scheme` text NOT NULL,
	`ordinal` integer NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`parent_id`, `scheme`, `ordinal`),
	FOREIGN KEY (`parent_id`) REFERENCES `solutions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `solution_codes_code_idx` ON `solution_codes` (`scheme`,`code`,`parent_id`);
--> statement-breakpoint
CREATE TABLE `changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`position` integer,
	`resource` text NOT NULL,
	`profile_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`version` integer NOT NULL,
	`action` text NOT NULL,
	`status` text NOT NULL,
	`public` integer NOT NULL,
	`actor_id` text NOT NULL,
	`fields` text NOT NULL,
	`at` integer NOT NULL,
	`content` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `changes_position_key` ON `changes` (`position`);
--> statement-breakpoint
CREATE INDEX `changes_unnumbered_idx` ON `changes` (`id`) WHERE "changes"."position" is null;
--> statement-breakpoint
CREATE INDEX `changes_profile_id_idx` ON `changes` (`profile_id`,`version`);
