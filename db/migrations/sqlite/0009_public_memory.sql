CREATE TABLE `appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`state` text NOT NULL,
	`text` text NOT NULL,
	`district` text NOT NULL,
	`version` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`published_by` text,
	`published_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appeals_case` ON `appeals` (`case_id`);--> statement-breakpoint
CREATE INDEX `appeals_state` ON `appeals` (`state`,`published_at`);--> statement-breakpoint
CREATE TABLE `finds` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`partner_id` text,
	`found_by` text NOT NULL,
	`found_on` text NOT NULL,
	`place` text NOT NULL,
	`region` text NOT NULL,
	`country` text NOT NULL,
	`latitude` real,
	`longitude` real,
	`description` text NOT NULL,
	`remains` integer,
	`kept_at` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `finds_number` ON `finds` (`number`);--> statement-breakpoint
CREATE INDEX `finds_state` ON `finds` (`state`,`entered_at`);--> statement-breakpoint
CREATE TABLE `found_men` (
	`id` text PRIMARY KEY NOT NULL,
	`find_id` text NOT NULL,
	`position` integer NOT NULL,
	`surname` text NOT NULL,
	`given_name` text NOT NULL,
	`patronymic` text NOT NULL,
	`birth` text NOT NULL,
	`birth_place` text NOT NULL,
	`draft_place` text NOT NULL,
	`kin` text NOT NULL,
	`reading` text NOT NULL,
	`case_id` text,
	`matched_by` text,
	`matched_at` integer,
	FOREIGN KEY (`find_id`) REFERENCES `finds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matched_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `found_men_find` ON `found_men` (`find_id`,`position`);--> statement-breakpoint
CREATE INDEX `found_men_case` ON `found_men` (`case_id`);--> statement-breakpoint
CREATE TABLE `found_men_refused` (
	`man_id` text NOT NULL,
	`case_id` text NOT NULL,
	`reason` text NOT NULL,
	`refused_by` text NOT NULL,
	`refused_at` integer NOT NULL,
	FOREIGN KEY (`man_id`) REFERENCES `found_men`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refused_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `found_men_refused_pair` ON `found_men_refused` (`man_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `leads` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`language` text NOT NULL,
	`about` text,
	`about_id` text,
	`soldier` text NOT NULL,
	`text` text NOT NULL,
	`known_from` text NOT NULL,
	`name` text NOT NULL,
	`contact` text NOT NULL,
	`received_at` integer NOT NULL,
	`case_id` text,
	`note` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`erased_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leads_number` ON `leads` (`number`);--> statement-breakpoint
CREATE INDEX `leads_state` ON `leads` (`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `leads_case` ON `leads` (`case_id`);--> statement-breakpoint
CREATE TABLE `ceremonies` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`day` text NOT NULL,
	`time` text NOT NULL,
	`time_zone` text NOT NULL,
	`place` text NOT NULL,
	`country` text NOT NULL,
	`burial_place_id` text,
	`programme` text NOT NULL,
	`protocol` text NOT NULL,
	`report` text NOT NULL,
	`contact` text NOT NULL,
	`public` integer NOT NULL,
	`version` integer NOT NULL,
	`planned_by` text NOT NULL,
	`planned_at` integer NOT NULL,
	FOREIGN KEY (`burial_place_id`) REFERENCES `burial_places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ceremonies_state` ON `ceremonies` (`state`,`day`);--> statement-breakpoint
CREATE INDEX `ceremonies_day` ON `ceremonies` (`day`);--> statement-breakpoint
CREATE TABLE `ceremony_cases` (
	`ceremony_id` text NOT NULL,
	`case_id` text NOT NULL,
	FOREIGN KEY (`ceremony_id`) REFERENCES `ceremonies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ceremony_cases_pair` ON `ceremony_cases` (`ceremony_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `ceremony_cases_case` ON `ceremony_cases` (`case_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`trip_id` text,
	`ceremony_id` text,
	`application_id` text NOT NULL,
	`state` text NOT NULL,
	`persons` integer,
	`answer` text NOT NULL,
	`invited_by` text,
	`invited_at` integer NOT NULL,
	`answered_at` integer,
	`answer_recorded_by` text,
	`documents_seen` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`trip_id`) REFERENCES `trips`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ceremony_id`) REFERENCES `ceremonies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_trip` ON `invitations` (`trip_id`,`application_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_ceremony` ON `invitations` (`ceremony_id`,`application_id`);--> statement-breakpoint
CREATE INDEX `invitations_application` ON `invitations` (`application_id`);--> statement-breakpoint
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`trip_id` text,
	`ceremony_id` text,
	`partner_id` text,
	`name` text NOT NULL,
	`part` text NOT NULL,
	FOREIGN KEY (`trip_id`) REFERENCES `trips`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ceremony_id`) REFERENCES `ceremonies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `participants_trip` ON `participants` (`trip_id`);--> statement-breakpoint
CREATE INDEX `participants_ceremony` ON `participants` (`ceremony_id`);--> statement-breakpoint
CREATE TABLE `trip_stages` (
	`id` text PRIMARY KEY NOT NULL,
	`trip_id` text NOT NULL,
	`position` integer NOT NULL,
	`day` text NOT NULL,
	`burial_place_id` text,
	`programme` text NOT NULL,
	FOREIGN KEY (`trip_id`) REFERENCES `trips`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`burial_place_id`) REFERENCES `burial_places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trip_stages_trip` ON `trip_stages` (`trip_id`,`position`);--> statement-breakpoint
CREATE INDEX `trip_stages_place` ON `trip_stages` (`burial_place_id`);--> statement-breakpoint
CREATE TABLE `trips` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`answer_by` text NOT NULL,
	`meeting` text NOT NULL,
	`documents` text NOT NULL,
	`note` text NOT NULL,
	`places` integer,
	`contact` text NOT NULL,
	`public` integer NOT NULL,
	`version` integer NOT NULL,
	`planned_by` text NOT NULL,
	`planned_at` integer NOT NULL,
	FOREIGN KEY (`planned_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trips_state` ON `trips` (`state`,`starts_on`);--> statement-breakpoint
CREATE TABLE `memory_consents` (
	`page_id` text NOT NULL,
	`application_id` text NOT NULL,
	`version` integer NOT NULL,
	`answer` text NOT NULL,
	`words` text NOT NULL,
	`answered_at` integer NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`page_id`) REFERENCES `memory_pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memory_consents_pair` ON `memory_consents` (`page_id`,`application_id`);--> statement-breakpoint
CREATE INDEX `memory_consents_application` ON `memory_consents` (`application_id`);--> statement-breakpoint
CREATE TABLE `memory_pages` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`state` text NOT NULL,
	`story` text NOT NULL,
	`version` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`published_by` text,
	`published_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memory_pages_case` ON `memory_pages` (`case_id`);--> statement-breakpoint
CREATE INDEX `memory_pages_state` ON `memory_pages` (`state`,`published_at`);--> statement-breakpoint
CREATE TABLE `memory_photos` (
	`page_id` text NOT NULL,
	`attachment_id` text NOT NULL,
	`position` integer NOT NULL,
	`caption` text NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `memory_pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memory_photos_pair` ON `memory_photos` (`page_id`,`attachment_id`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`case_id` text NOT NULL,
	`about` text NOT NULL,
	`about_id` text NOT NULL,
	`state` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`name` text NOT NULL,
	`contact` text NOT NULL,
	`relative` text NOT NULL,
	`received_at` integer NOT NULL,
	`note` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objections_number` ON `objections` (`number`);--> statement-breakpoint
CREATE INDEX `objections_state` ON `objections` (`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `objections_case` ON `objections` (`case_id`);--> statement-breakpoint
CREATE TABLE `publication_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`objection_id` text,
	`held_at` integer NOT NULL,
	`held_by` text NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objection_id`) REFERENCES `objections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `publication_holds_case` ON `publication_holds` (`case_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `case_spells` (
	`case_id` text NOT NULL,
	`status` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer
);
--> statement-breakpoint
CREATE INDEX `case_spells_case` ON `case_spells` (`case_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `case_spells_status` ON `case_spells` (`status`,`from_at`,`until_at`);--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`given_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	`last_used_at` integer,
	`used_count` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_staff` ON `api_tokens` (`staff_id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`language` text NOT NULL,
	`form` text NOT NULL,
	`state` text NOT NULL,
	`sha256` text,
	`bytes` integer,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`ready_at` integer,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_period` ON `reports` (`period`,`asked_at`);--> statement-breakpoint
ALTER TABLE `attachments` ADD `find_id` text REFERENCES finds(id);--> statement-breakpoint
ALTER TABLE `attachments` ADD `ceremony_id` text REFERENCES ceremonies(id);--> statement-breakpoint
CREATE INDEX `attachments_find` ON `attachments` (`find_id`);--> statement-breakpoint
CREATE INDEX `attachments_ceremony` ON `attachments` (`ceremony_id`);--> statement-breakpoint
ALTER TABLE `uploads` ADD `find_id` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `ceremony_id` text;