-- Grain: number of the document that measures something (an amount, count, share, score or area) in what an item reports:
-- its results, its review (achieved, not achieved) or its effects. Numbers of the plan side (head, schedule, initiatives)
-- and of what comes next are left out, and so are dates, years and the numbers of lists.
WITH reports AS (
  SELECT plan_id, item_no, 'results' AS part, source_line, source_column, source_end_line, source_end_column FROM results
  UNION ALL
  SELECT plan_id, item_no, kind, source_line, source_column, source_end_line, source_end_column FROM reviews WHERE kind <> 'next'
),
measures AS (
  SELECT * EXCLUDE (lands_in, reason, value_scaled)
  FROM figures
  WHERE item_no IS NOT NULL AND role IN ('amount', 'count', 'percent', 'score', 'area', 'measure')
),
reported AS (
  SELECT measures.*, reports.part
  FROM measures
  JOIN reports
    ON reports.plan_id = measures.plan_id
    AND reports.item_no = measures.item_no
    AND (measures.source_line, measures.source_column) >= (reports.source_line, reports.source_column)
    AND (measures.source_end_line, measures.source_end_column) <= (reports.source_end_line, reports.source_end_column)
  UNION
  SELECT measures.*, source_lines.part
  FROM measures
  JOIN source_lines ON source_lines.plan_id = measures.plan_id AND source_lines.line_no = measures.source_line
  WHERE source_lines.part = 'effects'
)
SELECT * FROM reported ORDER BY plan_id, figure_no
