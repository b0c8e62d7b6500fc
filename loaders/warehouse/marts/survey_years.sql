-- Grain: staff survey of an item and fiscal year.
-- response_points = published − computed response rate (points), 0 where both agree.
-- growth_line …: where the score of 自己成長 stands: the number after the year's own number in the list of that name.
WITH growth_places AS (
  SELECT
    figures.plan_id,
    figures.item_no,
    figures.value,
    figures.source_line,
    figures.source_column,
    figures.source_end_line,
    figures.source_end_column,
    lag(figures.value) OVER (PARTITION BY figures.plan_id ORDER BY figures.figure_no) AS year_number
  FROM figures
  JOIN source_lines ON source_lines.plan_id = figures.plan_id AND source_lines.line_no = figures.source_line
  WHERE source_lines.text LIKE '%自己成長%' AND figures.source_column > position('自己成長' IN source_lines.text)
),
growth AS (
  SELECT
    surveys.plan_id,
    surveys.item_no,
    surveys.fiscal_year,
    min_by(growth_places, growth_places.source_column) AS place
  FROM surveys
  JOIN growth_places
    ON growth_places.plan_id = surveys.plan_id
    AND growth_places.item_no = surveys.item_no
    AND growth_places.value = surveys.growth_score
    AND growth_places.year_number IN (surveys.fiscal_year - 2018, surveys.fiscal_year - 1988, surveys.fiscal_year)
  GROUP BY ALL
)
SELECT
  surveys.*,
  round(surveys.published_percent - surveys.computed_percent, 1) AS response_points,
  round(surveys.score - before.score, 1) AS score_change,
  round(surveys.growth_score - before.growth_score, 1) AS growth_change,
  growth.place.source_line AS growth_line,
  growth.place.source_column AS growth_column,
  growth.place.source_end_line AS growth_end_line,
  growth.place.source_end_column AS growth_end_column
FROM surveys
LEFT JOIN surveys AS before
  ON before.plan_id = surveys.plan_id AND before.item_no = surveys.item_no AND before.fiscal_year = surveys.fiscal_year - 1
LEFT JOIN growth ON growth.plan_id = surveys.plan_id AND growth.item_no = surveys.item_no AND growth.fiscal_year = surveys.fiscal_year
ORDER BY surveys.plan_id, surveys.item_no, surveys.fiscal_year
