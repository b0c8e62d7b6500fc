-- Grain: staff survey of an item and fiscal year.
-- response_points = published − computed response rate (points), 0 where both agree.
SELECT
  surveys.*,
  round(surveys.published_percent - surveys.computed_percent, 1) AS response_points,
  round(surveys.score - before.score, 1) AS score_change,
  round(surveys.growth_score - before.growth_score, 1) AS growth_change
FROM surveys
LEFT JOIN surveys AS before
  ON before.plan_id = surveys.plan_id AND before.item_no = surveys.item_no AND before.fiscal_year = surveys.fiscal_year - 1
ORDER BY surveys.plan_id, surveys.item_no, surveys.fiscal_year
