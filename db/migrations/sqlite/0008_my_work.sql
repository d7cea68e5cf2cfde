DROP INDEX `cases_assignee`;--> statement-breakpoint
CREATE INDEX `cases_assignee` ON `cases` (`assignee_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `file_openings_last` ON `file_openings` (`last_at`);--> statement-breakpoint
CREATE INDEX `match_candidates_open` ON `match_candidates` (`case_id`) WHERE state = 'proposed' and gone_at is null;--> statement-breakpoint
CREATE INDEX `match_candidates_open_other` ON `match_candidates` (`other_case_id`) WHERE state = 'proposed' and gone_at is null;--> statement-breakpoint
CREATE INDEX `case_queue_assignee_due` ON `case_queue` (`assignee_id`,`due_day`);