-- Grain: kind of training and fiscal year, in an item. participants: of all courses that state a number (a person may be
-- counted in several); online: of sessions held wholly as a video or a stream; others: of all others; largest_percent: share of the course with most participants, the first in rank where several have.
WITH courses AS (
  SELECT *, struct_pack(item_no, kind, course_key, fiscal_year) AS course FROM marts.training_courses
),
sessions AS (
  SELECT *, mode IS NOT DISTINCT FROM 'online' AS is_online, struct_pack(item_no, fiscal_year, training_no) AS session_key
  FROM trainings
  WHERE part_of IS NULL AND participants IS NOT NULL
),
modes AS (
  SELECT
    plan_id,
    item_no,
    kind,
    fiscal_year,
    sum(participants) FILTER (is_online)::INTEGER AS online,
    list(session_key ORDER BY training_no) FILTER (is_online) AS online_keys,
    sum(participants) FILTER (NOT is_online)::INTEGER AS others,
    list(session_key ORDER BY training_no) FILTER (NOT is_online) AS other_keys
  FROM sessions
  GROUP BY ALL
),
years AS (
  SELECT
    plan_id,
    item_no,
    kind,
    fiscal_year,
    sum(participants)::INTEGER AS participants,
    list(course ORDER BY rank) FILTER (participants IS NOT NULL) AS course_keys,
    count(*)::INTEGER AS courses,
    first(course ORDER BY participants DESC, rank) FILTER (participants IS NOT NULL) AS largest_key,
    round(100.0 * max(participants) / nullif(sum(participants), 0), 1) AS largest_percent
  FROM courses
  GROUP BY ALL
),
years_by_mode AS (
  SELECT * FROM years LEFT JOIN modes USING (plan_id, item_no, kind, fiscal_year)
)
SELECT
  years.*,
  years.largest_key.course_key AS largest_course,
  years.participants - before.participants AS change,
  round(100.0 * (years.participants - before.participants) / nullif(before.participants, 0), 1) AS change_percent,
  CASE WHEN before.item_no IS NOT NULL THEN struct_pack(before.item_no, before.kind, before.fiscal_year) END AS before_key,
  round(100.0 * (years.others - before.others) / nullif(before.others, 0), 1) AS others_change_percent,
  before.online AS previous_online
FROM years_by_mode AS years
LEFT JOIN years_by_mode AS before
  ON before.plan_id = years.plan_id AND before.item_no = years.item_no AND before.kind = years.kind AND before.fiscal_year = years.fiscal_year - 1
ORDER BY years.plan_id, years.item_no, years.kind DESC, years.fiscal_year
