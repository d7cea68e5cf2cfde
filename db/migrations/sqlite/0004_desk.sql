CREATE TABLE `evidence_facts` (
	`evidence_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_facts_field` ON `evidence_facts` (`evidence_id`,`field`);--> statement-breakpoint
CREATE TABLE `fact_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`origin` text NOT NULL,
	`origin_id` text,
	`note_id` text NOT NULL,
	`chosen_by` text NOT NULL,
	`chosen_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fact_choices_case` ON `fact_choices` (`case_id`,`field`);--> statement-breakpoint
CREATE TABLE `partner_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`partner_id` text NOT NULL,
	`case_id` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	`opened_count` integer DEFAULT 0 NOT NULL,
	`last_opened_at` integer,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_links_token` ON `partner_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `partner_links_case` ON `partner_links` (`case_id`);--> statement-breakpoint
CREATE TABLE `request_cases` (
	`request_id` text NOT NULL,
	`case_id` text NOT NULL,
	`outcome` text,
	`answer` text NOT NULL,
	`changed` text NOT NULL,
	`answered_at` integer,
	`answer_recorded_by` text,
	FOREIGN KEY (`request_id`) REFERENCES `archive_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_cases_pair` ON `request_cases` (`request_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `request_cases_case` ON `request_cases` (`case_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `request_cases_answered` ON `request_cases` (`answered_at`);--> statement-breakpoint
CREATE TABLE `request_reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`channel` text NOT NULL,
	`text` text NOT NULL,
	`expected_on` text NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `archive_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_reminders_request` ON `request_reminders` (`request_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `file_openings` (
	`case_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`day` text NOT NULL,
	`times` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `file_openings_day` ON `file_openings` (`case_id`,`staff_id`,`day`);--> statement-breakpoint
CREATE INDEX `file_openings_staff` ON `file_openings` (`staff_id`,`last_at`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`note_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mentions_pair` ON `mentions` (`note_id`,`staff_id`);--> statement-breakpoint
CREATE INDEX `mentions_staff` ON `mentions` (`staff_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `saved_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_filters_name` ON `saved_filters` (`staff_id`,`name`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`text` text NOT NULL,
	`due_on` text NOT NULL,
	`assignee_id` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tasks_assignee` ON `tasks` (`assignee_id`,`done_at`,`due_on`);--> statement-breakpoint
CREATE INDEX `tasks_case` ON `tasks` (`case_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `takeover_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`takeover_id` text NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL,
	`cells` text NOT NULL,
	`corrected` text DEFAULT '{}' NOT NULL,
	`problems` text NOT NULL,
	`outcome` text NOT NULL,
	`case_id` text,
	`application_id` text,
	FOREIGN KEY (`takeover_id`) REFERENCES `takeovers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `takeover_rows_place` ON `takeover_rows` (`takeover_id`,`sheet`,`row`);--> statement-breakpoint
CREATE INDEX `takeover_rows_outcome` ON `takeover_rows` (`takeover_id`,`outcome`);--> statement-breakpoint
CREATE TABLE `takeovers` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`state` text NOT NULL,
	`mapping` text NOT NULL,
	`settings` text NOT NULL,
	`counts` text NOT NULL,
	`refusal` text DEFAULT '' NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`undone_by` text,
	`undone_at` integer,
	FOREIGN KEY (`uploaded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `archive_requests_partner`;--> statement-breakpoint
ALTER TABLE `archive_requests` ADD `state` text DEFAULT 'sent' NOT NULL;--> statement-breakpoint
ALTER TABLE `archive_requests` ADD `language` text DEFAULT 'ru' NOT NULL;--> statement-breakpoint
ALTER TABLE `archive_requests` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `archive_requests` ADD `written_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `archive_requests_state` ON `archive_requests` (`state`,`expected_on`);--> statement-breakpoint
CREATE INDEX `archive_requests_partner` ON `archive_requests` (`partner_id`,`sent_at`);--> statement-breakpoint
ALTER TABLE `cases` ADD `takeover_id` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `takeover_place` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `takeover_rests` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `takeover_stands` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_takeover` ON `cases` (`takeover_id`);--> statement-breakpoint
ALTER TABLE `conclusions` ADD `revoked_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `conclusions` ADD `revoked_at` integer;--> statement-breakpoint
ALTER TABLE `searches` ADD `parts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `searches` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `searches` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `searches` ADD `withdrawn_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `letters` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `letters` ADD `conclusion_id` text REFERENCES conclusions(id);--> statement-breakpoint
ALTER TABLE `letters` ADD `corrects_id` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `last_edited_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `letters` ADD `approved_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `letters` ADD `approved_at` integer;--> statement-breakpoint
ALTER TABLE `letters` ADD `number` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `numbered_on` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `registered_by` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `letters` ADD `frozen` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `sheet_sha256` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `recipient` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `letters` ADD `settled_by` text REFERENCES staff(id);--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`written_at`);--> statement-breakpoint
CREATE INDEX `letters_conclusion` ON `letters` (`conclusion_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_number` ON `letters` (`number`);--> statement-breakpoint
ALTER TABLE `partners` ADD `contact_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `telephone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `website` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `holds` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `language` text DEFAULT 'ru' NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `answers_in` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `in_use` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `access` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `search_address` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `citation_pattern` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `parts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `in_use` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `attachments` ADD `case_id` text REFERENCES cases(id);--> statement-breakpoint
ALTER TABLE `attachments` ADD `request_id` text REFERENCES archive_requests(id);--> statement-breakpoint
ALTER TABLE `attachments` ADD `letter_id` text REFERENCES letters(id);--> statement-breakpoint
ALTER TABLE `attachments` ADD `evidence_id` text REFERENCES evidence(id);--> statement-breakpoint
CREATE INDEX `attachments_case` ON `attachments` (`case_id`);--> statement-breakpoint
ALTER TABLE `uploads` ADD `case_id` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `letter_id` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `evidence_id` text;--> statement-breakpoint
INSERT INTO `request_cases` (`request_id`, `case_id`, `outcome`, `answer`, `changed`, `answered_at`)
SELECT `id`, `case_id`, `outcome`, coalesce(`answer`, ''), '', `answered_at` FROM `archive_requests`;--> statement-breakpoint
UPDATE `archive_requests` SET `written_at` = `sent_at`, `state` = CASE WHEN `answered_at` IS NULL THEN 'sent' ELSE 'closed' END;
