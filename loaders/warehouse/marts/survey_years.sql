-- Grain: staff survey of an item and fiscal year.
-- response_points = published − computed response rate (points), 0 where both agree: the computed one has the decimals that
-- are printed. Rounding takes away the noise of binary fractions alone.
SELECT
  surveys.* EXCLUDE (stated_change, stated_change_figure_no),
  round(surveys.published_percent - surveys.computed_percent, 6) AS response_points,
  round(surveys.score - before.score, 6) AS score_change,
  round(surveys.growth_score - before.growth_score, 6) AS growth_change,
  CASE WHEN before.item_no IS NOT NULL THEN struct_pack(before.item_no, before.fiscal_year) END AS before_key
FROM surveys
LEFT JOIN surveys AS before
  ON before.plan_id = surveys.plan_id AND before.item_no = surveys.item_no AND before.fiscal_year = surveys.fiscal_year - 1
ORDER BY surveys.plan_id, surveys.item_no, surveys.fiscal_year
