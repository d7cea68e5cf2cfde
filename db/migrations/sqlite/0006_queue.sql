CREATE TABLE `case_counts` (
	`status_rank` integer NOT NULL,
	`assignee_id` text NOT NULL,
	`cases` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_counts_pair` ON `case_counts` (`status_rank`,`assignee_id`);--> statement-breakpoint
CREATE TABLE `case_queue` (
	`number` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`status_rank` integer NOT NULL,
	`status_since` integer NOT NULL,
	`assignee_id` text NOT NULL,
	`urgency` integer NOT NULL,
	`name_key` text NOT NULL,
	`received_at` integer NOT NULL,
	`applications` integer NOT NULL,
	`last_word_at` integer,
	`result_at` integer,
	`extended_to` text,
	`takeover_stands` integer NOT NULL,
	`due_kind` text NOT NULL,
	`due_day` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_queue_case` ON `case_queue` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_queue_urgency` ON `case_queue` (`urgency`,`received_at`);--> statement-breakpoint
CREATE INDEX `case_queue_name` ON `case_queue` (`name_key`);--> statement-breakpoint
CREATE INDEX `case_queue_received` ON `case_queue` (`received_at`);--> statement-breakpoint
CREATE INDEX `case_queue_status` ON `case_queue` (`status_rank`,`status_since`);--> statement-breakpoint
CREATE INDEX `case_queue_status_falling` ON `case_queue` (status_rank desc,`status_since`);--> statement-breakpoint
CREATE INDEX `case_queue_due` ON `case_queue` (`due_day`);--> statement-breakpoint
CREATE INDEX `case_queue_status_number` ON `case_queue` (`status_rank`);--> statement-breakpoint
CREATE INDEX `case_queue_status_urgency` ON `case_queue` (`status_rank`,`urgency`,`received_at`);--> statement-breakpoint
CREATE INDEX `case_queue_status_name` ON `case_queue` (`status_rank`,`name_key`);--> statement-breakpoint
CREATE INDEX `case_queue_status_received` ON `case_queue` (`status_rank`,`received_at`);--> statement-breakpoint
CREATE INDEX `case_queue_status_due` ON `case_queue` (`status_rank`,`due_day`);--> statement-breakpoint
CREATE INDEX `case_queue_assignee` ON `case_queue` (`assignee_id`,`status_rank`,`urgency`,`received_at`);--> statement-breakpoint
CREATE TABLE `stale_texts` (
	`case_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX `questions_answered` ON `questions` (`answered_at`);--> statement-breakpoint
CREATE INDEX `messages_unseen` ON `messages` (`seen_at`,`written_by`);--> statement-breakpoint
CREATE VIRTUAL TABLE `case_text` USING fts5(words, tokenize = "unicode61 remove_diacritics 0", detail = column, columnsize = 0);
--> statement-breakpoint
INSERT INTO `case_text` (`case_text`, `rank`) VALUES ('secure-delete', 1);
