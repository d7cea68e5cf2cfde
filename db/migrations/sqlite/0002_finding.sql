ALTER TABLE `imports` ADD `number` integer NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE `imports` ADD `columns` text NOT NULL DEFAULT '[]';
--> statement-breakpoint
ALTER TABLE `imports` ADD `mapping` text NOT NULL DEFAULT '{}';
--> statement-breakpoint
ALTER TABLE `imports` ADD `first_record` integer;
--> statement-breakpoint
ALTER TABLE `imports` ADD `last_record` integer;
--> statement-breakpoint
ALTER TABLE `imports` ADD `stop_asked_at` integer;
--> statement-breakpoint
ALTER TABLE `rejected_rows` ADD `detail` text NOT NULL DEFAULT '';
--> statement-breakpoint
UPDATE `imports` SET `number` = rowid;
--> statement-breakpoint
CREATE UNIQUE INDEX `imports_number` ON `imports` (`number`);
--> statement-breakpoint
UPDATE `imports` SET
	`columns` = (SELECT json_group_array(key) FROM (SELECT j.key AS key, min(j.id) AS place FROM archive_records r, json_each(r.row) j WHERE r.import_id = imports.id GROUP BY j.key ORDER BY place)),
	`first_record` = (SELECT min(r.rowid) FROM archive_records r WHERE r.import_id = imports.id),
	`last_record` = (SELECT max(r.rowid) FROM archive_records r WHERE r.import_id = imports.id);
--> statement-breakpoint
CREATE TEMP TABLE known_columns (format text, field text, name text);
--> statement-breakpoint
INSERT INTO known_columns VALUES
	('native', 'sourceRecordId', 'source_record_id'),
	('native', 'surname', 'surname'),
	('native', 'givenName', 'given_name'),
	('native', 'patronymic', 'patronymic'),
	('native', 'sex', 'sex'),
	('native', 'birth', 'birth_date'),
	('native', 'birthPlace', 'birth_place'),
	('native', 'residence', 'residence'),
	('native', 'draftDate', 'draft_date'),
	('native', 'draftPlace', 'draft_place'),
	('native', 'rank', 'rank'),
	('native', 'unit', 'unit'),
	('native', 'fate', 'fate'),
	('native', 'lossDate', 'loss_date'),
	('native', 'lossPlace', 'loss_place'),
	('native', 'primaryBurial', 'primary_burial'),
	('native', 'currentBurial', 'current_burial'),
	('native', 'burialCountry', 'burial_country'),
	('native', 'kin', 'kin'),
	('native', 'hospital', 'hospital'),
	('native', 'captivity', 'captivity'),
	('native', 'archive', 'archive'),
	('native', 'fond', 'fond'),
	('native', 'opis', 'opis'),
	('native', 'delo', 'delo'),
	('native', 'list', 'list'),
	('native', 'url', 'url'),
	('native', 'notes', 'notes'),
	('obd-card-list', 'sourceRecordId', 'document_id'),
	('obd-card-list', 'surname', 'last_name'),
	('obd-card-list', 'givenName', 'first_name'),
	('obd-card-list', 'patronymic', 'middle_name'),
	('obd-card-list', 'birth', 'date_birth'),
	('obd-card-list', 'birthPlace', 'place_birth'),
	('obd-card-list', 'draftPlace', 'conscription_location'),
	('obd-card-list', 'rank', 'rank'),
	('obd-card-list', 'unit', 'warunit'),
	('obd-card-list', 'fate', 'cause_of_death'),
	('obd-card-list', 'lossDate', 'date_death'),
	('obd-card-list', 'primaryBurial', 'primary_burial'),
	('obd-card-list', 'currentBurial', 'current_burial'),
	('obd-card-list', 'fond', 'nomer_fonda'),
	('obd-card-list', 'opis', 'nomer_opisi'),
	('obd-card-list', 'delo', 'nomer_dela'),
	('obd-card-list', 'url', 'primary_url'),
	('obd-card-list', 'notes', 'notes'),
	('obd-card-list-24', 'sourceRecordId', 'document_id'),
	('obd-card-list-24', 'surname', 'last_name'),
	('obd-card-list-24', 'givenName', 'first_name'),
	('obd-card-list-24', 'patronymic', 'middle_name'),
	('obd-card-list-24', 'birth', 'date_birth'),
	('obd-card-list-24', 'birthPlace', 'place_birth'),
	('obd-card-list-24', 'draftPlace', 'conscription_location'),
	('obd-card-list-24', 'rank', 'rank'),
	('obd-card-list-24', 'unit', 'warunit'),
	('obd-card-list-24', 'fate', 'cause_of_death'),
	('obd-card-list-24', 'lossDate', 'date_death'),
	('obd-card-list-24', 'primaryBurial', 'primary_burial'),
	('obd-card-list-24', 'currentBurial', 'current_burial'),
	('obd-card-list-24', 'fond', 'nomer_fonda'),
	('obd-card-list-24', 'opis', 'nomer_opisi'),
	('obd-card-list-24', 'delo', 'nomer_dela'),
	('obd-card-list-24', 'url', 'primary_url'),
	('obd-card-list-24', 'notes', 'notes'),
	('obd-card-list-24', 'burialCountry', 'country_burial');
--> statement-breakpoint
UPDATE `imports` SET `mapping` = (SELECT json_group_object(k.field, c.value) FROM known_columns k, json_each(imports.columns) c WHERE k.format = imports.format AND k.name = lower(trim(c.value)));
--> statement-breakpoint
DROP TABLE known_columns;
--> statement-breakpoint
CREATE TABLE `__new_archive_records` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_number` integer NOT NULL,
	`identity` integer NOT NULL,
	`version` integer NOT NULL,
	`content` integer NOT NULL,
	`row` text NOT NULL,
	`superseded_at` integer,
	FOREIGN KEY (`import_number`) REFERENCES `imports`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_archive_records` (`id`, `import_number`, `identity`, `version`, `content`, `row`, `superseded_at`)
	SELECT r.rowid, i.number, 0, r.version, 0,
		(SELECT json_group_array(coalesce(v.value, '')) FROM json_each(i.columns) c LEFT JOIN json_each(r.row) v ON v.key = c.value),
		r.superseded_at
	FROM archive_records r JOIN imports i ON i.id = r.import_id;
--> statement-breakpoint
CREATE TABLE `__new_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`record_id` integer,
	`citation` text NOT NULL,
	`states` text NOT NULL,
	`attached_by` text NOT NULL,
	`attached_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attached_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_evidence`("id", "case_id", "record_id", "citation", "states", "attached_by", "attached_at", "removed_at") SELECT "id", "case_id", (SELECT r.rowid FROM archive_records r WHERE r.id = evidence.record_id), "citation", "states", "attached_by", "attached_at", "removed_at" FROM `evidence`;
--> statement-breakpoint
DROP TABLE `evidence`;
--> statement-breakpoint
ALTER TABLE `__new_evidence` RENAME TO `evidence`;
--> statement-breakpoint
CREATE INDEX `evidence_case` ON `evidence` (`case_id`);
--> statement-breakpoint
CREATE INDEX `evidence_record` ON `evidence` (`record_id`);
--> statement-breakpoint
DROP TABLE `archive_records`;
--> statement-breakpoint
ALTER TABLE `__new_archive_records` RENAME TO `archive_records`;
--> statement-breakpoint
CREATE INDEX `archive_records_identity` ON `archive_records` (`identity`);
--> statement-breakpoint
CREATE TRIGGER archive_records_as_written BEFORE UPDATE OF id, import_number, version, row ON archive_records BEGIN SELECT RAISE(ABORT, 'an archive record stays as written'); END;
--> statement-breakpoint
CREATE TABLE `match_candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`record_id` integer,
	`other_case_id` text,
	`state` text NOT NULL,
	`bits` real NOT NULL,
	`band` text NOT NULL,
	`verdicts` text NOT NULL,
	`runner_up` text,
	`compared` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text NOT NULL,
	`gone_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_candidates_record` ON `match_candidates` (`case_id`,`record_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_candidates_cases` ON `match_candidates` (`case_id`,`other_case_id`);
--> statement-breakpoint
CREATE INDEX `match_candidates_state` ON `match_candidates` (`state`,`proposed_at`);
--> statement-breakpoint
CREATE INDEX `match_candidates_of_record` ON `match_candidates` (`record_id`);
--> statement-breakpoint
CREATE TABLE `match_weights` (
	`id` text PRIMARY KEY NOT NULL,
	`weights` text NOT NULL,
	`report` text NOT NULL,
	`in_use` integer NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `name_aliases` (
	`id` text PRIMARY KEY NOT NULL,
	`sound_a` text NOT NULL,
	`sound_b` text NOT NULL,
	`written_a` text NOT NULL,
	`written_b` text NOT NULL,
	`origin` text NOT NULL,
	`times` integer NOT NULL,
	`in_use` integer NOT NULL,
	`entered_by` text,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`entered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `name_aliases_pair` ON `name_aliases` (`sound_a`,`sound_b`);
--> statement-breakpoint
CREATE TABLE `place_names` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`language` text NOT NULL,
	`name` text NOT NULL,
	`from_year` integer,
	`to_year` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `place_names_place` ON `place_names` (`place_id`);
--> statement-breakpoint
CREATE TABLE `place_parents` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`from_year` integer,
	`to_year` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `place_parents_place` ON `place_parents` (`place_id`);
--> statement-breakpoint
CREATE INDEX `place_parents_parent` ON `place_parents` (`parent_id`);
--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`country` text NOT NULL,
	`latitude` real,
	`longitude` real,
	`source` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_number` ON `places` (`number`);
--> statement-breakpoint
CREATE TABLE `index_postings` (
	`key` integer PRIMARY KEY NOT NULL,
	`data` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `index_rows` (
	`first` integer PRIMARY KEY NOT NULL,
	`data` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `index_segments` (
	`id` integer PRIMARY KEY NOT NULL,
	`records` integer NOT NULL,
	`postings` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `index_sources` (
	`number` integer PRIMARY KEY NOT NULL,
	`source_key` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `index_state` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sound_keys` (
	`key` integer PRIMARY KEY NOT NULL,
	`skeletons` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sound_skeletons` (
	`id` integer PRIMARY KEY NOT NULL,
	`names` blob NOT NULL
);
