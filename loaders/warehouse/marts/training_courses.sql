-- Grain: course (sessions of a year together; spaces in its name do not count) or institute, and fiscal year, in an item.
-- Breakdowns of an institute are left out, since its own number holds them. participants is NULL where none is stated.
-- mode: of all its sessions; partly_online where they differ. NULL where none says how it was held.
-- rank 1 has most participants over all years of its kind. Identity: participants add up to training_years.participants.
WITH lines AS (
  SELECT *, regexp_replace(course, '[\s　]', '', 'g') AS course_key FROM trainings WHERE part_of IS NULL
),
courses AS (
  SELECT
    plan_id,
    item_no,
    kind,
    course_key,
    fiscal_year,
    sum(participants)::INTEGER AS participants,
    list(struct_pack(item_no, fiscal_year, training_no) ORDER BY training_no) FILTER (participants IS NOT NULL) AS session_keys,
    min(source_line) AS source_line,
    CASE WHEN count(DISTINCT coalesce(mode, '')) = 1 THEN min(mode) ELSE 'partly_online' END AS mode
  FROM lines
  GROUP BY ALL
),
totals AS (
  SELECT plan_id, item_no, kind, course_key, coalesce(sum(participants), 0) AS total FROM courses GROUP BY ALL
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY plan_id, item_no, kind ORDER BY total DESC, course_key) AS rank FROM totals
)
SELECT courses.*, ranked.rank::INTEGER AS rank
FROM courses
JOIN ranked USING (plan_id, item_no, kind, course_key)
ORDER BY plan_id, item_no, kind DESC, rank, fiscal_year
