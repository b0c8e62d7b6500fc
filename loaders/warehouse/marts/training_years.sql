-- Grain: kind of training and fiscal year, in an item. participants: of all courses that state a number (a person may be
-- counted in several); unstated: courses without one; largest_percent: share of the course with most participants.
WITH years AS (
  SELECT
    plan_id,
    item_no,
    kind,
    fiscal_year,
    sum(participants)::INTEGER AS participants,
    count(*)::INTEGER AS courses,
    count(*) FILTER (participants IS NULL)::INTEGER AS unstated,
    max_by(course_key, participants) AS largest_course,
    max(participants) AS largest,
    round(100.0 * max(participants) / nullif(sum(participants), 0), 1) AS largest_percent
  FROM marts.training_courses
  GROUP BY ALL
)
SELECT
  years.*,
  years.participants - before.participants AS change,
  round(100.0 * (years.participants - before.participants) / nullif(before.participants, 0), 1) AS change_percent
FROM years
LEFT JOIN years AS before
  ON before.plan_id = years.plan_id AND before.item_no = years.item_no AND before.kind = years.kind AND before.fiscal_year = years.fiscal_year - 1
ORDER BY years.plan_id, years.item_no, years.kind DESC, years.fiscal_year
