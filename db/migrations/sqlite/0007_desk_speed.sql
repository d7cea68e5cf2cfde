DROP INDEX `conclusions_state`;--> statement-breakpoint
CREATE INDEX `conclusions_state` ON `conclusions` (`state`,`revoked_at`);--> statement-breakpoint
CREATE INDEX `conclusion_evidence_evidence` ON `conclusion_evidence` (`evidence_id`);