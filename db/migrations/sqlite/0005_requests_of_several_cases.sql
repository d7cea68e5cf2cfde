PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_archive_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`source_key` text NOT NULL,
	`state` text DEFAULT 'sent' NOT NULL,
	`language` text DEFAULT 'ru' NOT NULL,
	`number` text NOT NULL,
	`channel` text NOT NULL,
	`text` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`expected_on` text NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_key`) REFERENCES `sources`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_archive_requests`("id", "partner_id", "source_key", "state", "language", "number", "channel", "text", "version", "written_by", "written_at", "sent_at", "expected_on") SELECT "id", "partner_id", "source_key", "state", "language", "number", "channel", "text", "version", "written_by", "written_at", "sent_at", "expected_on" FROM `archive_requests`;--> statement-breakpoint
DROP TABLE `archive_requests`;--> statement-breakpoint
ALTER TABLE `__new_archive_requests` RENAME TO `archive_requests`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `archive_requests_partner` ON `archive_requests` (`partner_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `archive_requests_state` ON `archive_requests` (`state`,`expected_on`);