ALTER TABLE "keys" ADD COLUMN "replaced_by" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_replaced_by_keys_id_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."keys"("id") ON DELETE no action ON UPDATE no action;
