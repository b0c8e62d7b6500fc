-- Grain: item and fiscal year with an effect in yen. share_percent is of all effects of the year, rounded to one decimal.
-- labels: what the document calls the effect (its lines that are part of no other). is_like_before: whether the year before
-- is called the same, so that the change compares like with like; NULL without a year before.
-- change_rank: 1 is the largest change of the year, up or down.
WITH names AS (
  SELECT plan_id, item_no, fiscal_year, string_agg(label, '、' ORDER BY effect_no) AS labels
  FROM effects
  WHERE part_of IS NULL
  GROUP BY ALL
),
years AS (
  SELECT * FROM marts.effect_years JOIN names USING (plan_id, item_no, fiscal_year) WHERE amount_yen IS NOT NULL
),
compared AS (
  SELECT
    *,
    round(100.0 * amount_yen / nullif(sum(amount_yen) OVER (PARTITION BY plan_id, fiscal_year), 0), 1) AS share_percent,
    CASE
      WHEN first_value(fiscal_year) OVER year_before IS NULL THEN NULL
      ELSE regexp_replace(coalesce(labels, ''), '\s', '', 'g') = regexp_replace(coalesce(first_value(labels) OVER year_before, ''), '\s', '', 'g')
    END AS is_like_before,
    CASE
      WHEN first_value(fiscal_year) OVER year_before IS NULL THEN NULL
      ELSE (row_number() OVER (PARTITION BY plan_id, fiscal_year ORDER BY abs(change_yen) DESC NULLS LAST, item_no))::INTEGER
    END AS change_rank
  FROM years
  WINDOW year_before AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
)
SELECT plan_id, item_no, fiscal_year, labels, share_percent, is_like_before, change_rank
FROM compared
ORDER BY plan_id, item_no, fiscal_year
