DROP INDEX `applications_case`;--> statement-breakpoint
DROP INDEX `applications_received`;--> statement-breakpoint
CREATE INDEX `applications_channel` ON `applications` (`channel`,`received_at`);--> statement-breakpoint
CREATE INDEX `applications_region` ON `applications` (`region`,`received_at`);--> statement-breakpoint
CREATE INDEX `applications_case` ON `applications` (`case_id`,`received_at`,`withdrawn_at`);--> statement-breakpoint
CREATE INDEX `applications_received` ON `applications` (`received_at`,`withdrawn_at`,`case_id`,`id`);--> statement-breakpoint
DROP INDEX `cases_takeover`;--> statement-breakpoint
CREATE INDEX `cases_origin` ON `cases` (`origin`,`id`);--> statement-breakpoint
CREATE INDEX `cases_takeover` ON `cases` (`takeover_id`,`id`);--> statement-breakpoint
DROP INDEX `searches_source`;--> statement-breakpoint
CREATE INDEX `searches_source` ON `searches` (`source_key`,`outcome`,`searched_at`,`withdrawn_at`);--> statement-breakpoint
DROP INDEX `letters_case`;--> statement-breakpoint
DROP INDEX `letters_application`;--> statement-breakpoint
CREATE INDEX `letters_case` ON `letters` (`case_id`,`settled_at`,`kind`,`state`);--> statement-breakpoint
CREATE INDEX `letters_application` ON `letters` (`application_id`,`settled_at`,`kind`,`state`);--> statement-breakpoint
DROP INDEX `case_spells_status`;--> statement-breakpoint
CREATE INDEX `case_spells_status` ON `case_spells` (`status`,`from_at`,`until_at`,`case_id`);