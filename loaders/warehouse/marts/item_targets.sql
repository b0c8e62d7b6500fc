-- Grain: numeric target of an item for a fiscal year ('target'), or planned head count of a day ('plan'), with what came of it.
-- outcome: 'reached' where the fact is the target or more, 'below' where it is less; where the document states no fact, the
-- same by what the target's sentence says came of it (stated_result); else 'ahead' where the year lies after the plan, or
-- 'unmatched'. It says how two numbers lie, not whether that is good.
-- result: 'met' or 'missed' as the document says (a head count short of its plan among what was not achieved is 'missed');
-- where it says nothing, by the numbers. Of head counts, where more and fewer
-- are neither, 'more', 'fewer' or 'as_planned'. Else 'ahead' or 'unmatched' like the outcome.
-- gap = actual − target; percent = actual ÷ target × 100, rounded to one decimal.
-- target_key or plan_key: where the target or the planned head count stands; effect_key or staffing_key: where the fact does.
WITH stated AS (
  SELECT plan_id, item_no, fiscal_year, 'target' AS kind, measure, target_no AS row_no, value AS target, unit, stated_result,
    source_line, source_column, source_end_line, source_end_column,
    struct_pack(item_no, fiscal_year, target_no) AS target_key
  FROM targets
),
head_counts AS (
  SELECT plan_id, item_no, fiscal_year, max_by(actual, as_of) AS actual, max(as_of) AS as_of
  FROM staffing
  WHERE actual IS NOT NULL
  GROUP BY ALL
),
facts AS (
  SELECT
    stated.*,
    CASE stated.measure WHEN 'effect_yen' THEN effect_item_years.amount_yen::DOUBLE WHEN 'staff' THEN head_counts.actual::DOUBLE END AS actual,
    CASE
      WHEN stated.measure = 'effect_yen' AND amount_yen IS NOT NULL
      THEN struct_pack(item_no := stated.item_no, fiscal_year := stated.fiscal_year)
    END AS effect_key,
    CASE
      WHEN stated.measure = 'staff' AND head_counts.as_of IS NOT NULL
      THEN struct_pack(item_no := stated.item_no, as_of := head_counts.as_of)
    END AS staffing_key
  FROM stated
  LEFT JOIN marts.effect_item_years USING (plan_id, item_no, fiscal_year)
  LEFT JOIN head_counts ON head_counts.plan_id = stated.plan_id AND head_counts.item_no = stated.item_no AND head_counts.fiscal_year = stated.fiscal_year
),
plans_and_targets AS (
  SELECT plan_id, item_no, fiscal_year, kind, measure, row_no, target, unit, stated_result, actual,
    source_line, source_column, source_end_line, source_end_column,
    target_key, NULL AS plan_key, effect_key, staffing_key
  FROM facts
  UNION ALL
  SELECT plan_id, item_no, fiscal_year, 'plan', 'staff', row_number() OVER (PARTITION BY plan_id, item_no ORDER BY as_of), planned, '人', stated_result, actual,
    source_line, source_column, source_end_line, source_end_column,
    NULL, struct_pack(item_no, as_of), NULL, CASE WHEN actual IS NOT NULL THEN struct_pack(item_no, as_of) END
  FROM staffing
  WHERE planned IS NOT NULL
)
SELECT
  plans_and_targets.*,
  actual - target AS gap,
  round(100.0 * actual / nullif(target, 0), 1) AS percent,
  CASE
    WHEN actual >= target THEN 'reached'
    WHEN actual < target THEN 'below'
    WHEN stated_result = 'met' THEN 'reached'
    WHEN stated_result = 'missed' THEN 'below'
    WHEN fiscal_year > plans.last_fiscal_year THEN 'ahead'
    ELSE 'unmatched'
  END AS outcome,
  CASE
    WHEN stated_result IS NOT NULL THEN stated_result
    WHEN actual IS NULL THEN CASE WHEN fiscal_year > plans.last_fiscal_year THEN 'ahead' ELSE 'unmatched' END
    WHEN measure <> 'staff' THEN CASE WHEN actual >= target THEN 'met' ELSE 'missed' END
    WHEN actual = target THEN 'as_planned'
    ELSE CASE WHEN actual > target THEN 'more' ELSE 'fewer' END
  END AS result
FROM plans_and_targets
JOIN plans USING (plan_id)
ORDER BY plan_id, item_no, kind DESC, fiscal_year, row_no
