CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`code_salt` text NOT NULL,
	`code_hash` text NOT NULL,
	`case_id` text NOT NULL,
	`channel` text NOT NULL,
	`language` text NOT NULL,
	`received_at` integer NOT NULL,
	`registered_by` text,
	`answers` text NOT NULL,
	`applicant_name` text NOT NULL,
	`kinship` text NOT NULL,
	`telephone` text NOT NULL,
	`email` text NOT NULL,
	`postal_address` text NOT NULL,
	`region` text NOT NULL,
	`birth_year` integer,
	`helper_name` text NOT NULL,
	`helper_contact` text NOT NULL,
	`news_to` text NOT NULL,
	`tell_first` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_reference_unique` ON `applications` (`reference`);--> statement-breakpoint
CREATE INDEX `applications_case` ON `applications` (`case_id`);--> statement-breakpoint
CREATE INDEX `applications_received` ON `applications` (`received_at`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`how` text NOT NULL,
	`text_version` text NOT NULL,
	`given_at` integer NOT NULL,
	`recorded_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_application` ON `consents` (`application_id`,`kind`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`language` text NOT NULL,
	`answers` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`application_id` text,
	`code_once` text,
	`usable` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_token` ON `drafts` (`token_hash`);--> statement-breakpoint
CREATE INDEX `drafts_updated` ON `drafts` (`updated_at`);--> statement-breakpoint
CREATE TABLE `archive_records` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`source_key` text NOT NULL,
	`source_record_id` text NOT NULL,
	`version` integer NOT NULL,
	`content_hash` text NOT NULL,
	`row` text NOT NULL,
	`surname` text NOT NULL,
	`given_name` text NOT NULL,
	`patronymic` text NOT NULL,
	`birth` text NOT NULL,
	`birth_place` text NOT NULL,
	`draft_place` text NOT NULL,
	`rank` text NOT NULL,
	`unit` text NOT NULL,
	`fate` text NOT NULL,
	`loss_date` text NOT NULL,
	`loss_place` text NOT NULL,
	`primary_burial` text NOT NULL,
	`current_burial` text NOT NULL,
	`citation` text NOT NULL,
	`url` text NOT NULL,
	`notes` text NOT NULL,
	`kin` text NOT NULL,
	`search_text` text NOT NULL,
	`place_text` text NOT NULL,
	`birth_edtf` text,
	`birth_earliest` text,
	`birth_latest` text,
	`loss_edtf` text,
	`loss_earliest` text,
	`loss_latest` text,
	`superseded_at` integer,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `archive_records_version` ON `archive_records` (`source_key`,`source_record_id`,`version`);--> statement-breakpoint
CREATE INDEX `archive_records_import` ON `archive_records` (`import_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`source_key` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`format` text NOT NULL,
	`state` text NOT NULL,
	`read` integer NOT NULL,
	`added` integer NOT NULL,
	`updated` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`duplicates` integer NOT NULL,
	`rejected` integer NOT NULL,
	`last_line` integer NOT NULL,
	`refusal` text,
	`imported_by` text,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`source_key`) REFERENCES `sources`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rejected_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`reason` text NOT NULL,
	`row` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rejected_rows_line` ON `rejected_rows` (`import_id`,`line`);--> statement-breakpoint
CREATE TABLE `burial_places` (
	`id` text PRIMARY KEY NOT NULL,
	`reported_name` text NOT NULL,
	`reported_region` text NOT NULL,
	`reported_country` text NOT NULL,
	`present_name` text NOT NULL,
	`region_today` text NOT NULL,
	`country_today` text,
	`latitude` real,
	`longitude` real,
	`coordinate_precision` text,
	`marked` integer NOT NULL,
	`region_only` integer NOT NULL,
	`version` integer NOT NULL,
	`entered_by` text NOT NULL,
	FOREIGN KEY (`entered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `burial_places_country` ON `burial_places` (`country_today`);--> statement-breakpoint
CREATE TABLE `burials` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`conclusion_id` text NOT NULL,
	`burial_place_id` text NOT NULL,
	`kind` text NOT NULL,
	`precision` text NOT NULL,
	`established_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conclusion_id`) REFERENCES `conclusions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`burial_place_id`) REFERENCES `burial_places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `burials_case` ON `burials` (`case_id`);--> statement-breakpoint
CREATE INDEX `burials_place` ON `burials` (`burial_place_id`);--> statement-breakpoint
CREATE TABLE `case_joins` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`into_id` text NOT NULL,
	`status_before` text NOT NULL,
	`joined_at` integer NOT NULL,
	`parted_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_joins_case` ON `case_joins` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_joins_into` ON `case_joins` (`into_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`origin` text NOT NULL,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`version` integer NOT NULL,
	`assignee_id` text,
	`asked_from` text,
	`surname` text NOT NULL,
	`given_name` text NOT NULL,
	`patronymic` text NOT NULL,
	`other_spellings` text NOT NULL,
	`search_text` text NOT NULL,
	`birth` text NOT NULL,
	`birth_edtf` text,
	`birth_earliest` text,
	`birth_latest` text,
	`birth_place` text NOT NULL,
	`draft_place` text NOT NULL,
	`received_at` integer NOT NULL,
	`extended_to` text,
	FOREIGN KEY (`assignee_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number` ON `cases` (`number`);--> statement-breakpoint
CREATE INDEX `cases_status` ON `cases` (`status`,`status_since`);--> statement-breakpoint
CREATE INDEX `cases_assignee` ON `cases` (`assignee_id`,`status`);--> statement-breakpoint
CREATE INDEX `cases_received` ON `cases` (`received_at`);--> statement-breakpoint
CREATE TABLE `conclusion_evidence` (
	`conclusion_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	FOREIGN KEY (`conclusion_id`) REFERENCES `conclusions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conclusion_evidence_pair` ON `conclusion_evidence` (`conclusion_id`,`evidence_id`);--> statement-breakpoint
CREATE TABLE `conclusions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`state` text NOT NULL,
	`fate` text NOT NULL,
	`sensitive` integer NOT NULL,
	`fate_date` text NOT NULL,
	`burial_place_id` text,
	`burial_kind` text,
	`burial_precision` text,
	`summary` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`last_edited_by` text NOT NULL,
	`released_by` text,
	`released_at` integer,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_edited_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conclusions_case` ON `conclusions` (`case_id`,`state`);--> statement-breakpoint
CREATE INDEX `conclusions_state` ON `conclusions` (`state`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`record_id` text,
	`citation` text NOT NULL,
	`states` text NOT NULL,
	`attached_by` text NOT NULL,
	`attached_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attached_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_case` ON `evidence` (`case_id`);--> statement-breakpoint
CREATE INDEX `evidence_record` ON `evidence` (`record_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notes_case` ON `notes` (`case_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `searches` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`source_key` text NOT NULL,
	`asked` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`searched_by` text,
	`searched_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`searched_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `searches_case` ON `searches` (`case_id`,`source_key`,`searched_at`);--> statement-breakpoint
CREATE INDEX `searches_source` ON `searches` (`source_key`);--> statement-breakpoint
CREATE TABLE `archive_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`source_key` text NOT NULL,
	`number` text NOT NULL,
	`channel` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	`expected_on` text NOT NULL,
	`outcome` text,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_key`) REFERENCES `sources`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `archive_requests_case` ON `archive_requests` (`case_id`);--> statement-breakpoint
CREATE INDEX `archive_requests_partner` ON `archive_requests` (`partner_id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`application_id` text,
	`partner_id` text,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`channel` text,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`settled_at` integer,
	`reason` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letters_case` ON `letters` (`case_id`);--> statement-breakpoint
CREATE INDEX `letters_application` ON `letters` (`application_id`);--> statement-breakpoint
CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`country` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`application_id` text NOT NULL,
	`text` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`answer_recorded_by` text,
	`closed_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `questions_case` ON `questions` (`case_id`);--> statement-breakpoint
CREATE INDEX `questions_application` ON `questions` (`application_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`key` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`country` text NOT NULL,
	`url` text,
	`name` text NOT NULL,
	`note` text NOT NULL,
	`checklist` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text,
	`application_id` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_ins_staff` ON `sign_ins` (`staff_id`);--> statement-breakpoint
CREATE INDEX `sign_ins_application` ON `sign_ins` (`application_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`password_change_due` integer NOT NULL,
	`active` integer NOT NULL,
	`confirms_until` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_unique` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `done_once` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_role` text NOT NULL,
	`actor_id` text,
	`kind` text NOT NULL,
	`case_id` text,
	`application_id` text,
	`subject_id` text,
	`data` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_case` ON `events` (`case_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_application` ON `events` (`application_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `holidays` (
	`day` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_kk` text NOT NULL,
	`name_ru` text NOT NULL,
	`name_en` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`input` text NOT NULL,
	`state` text NOT NULL,
	`progress` text,
	`error` text,
	`attempts` integer NOT NULL,
	`lease_until` integer,
	`created_by` text,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_state` ON `jobs` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
