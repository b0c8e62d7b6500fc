-- Grain: plan and rating given. items: how many items have it. rank: 1 for the best rating given, then on to the lowest:
-- S before A before B, A+ before A, ◎○△×.
WITH counted AS (
  SELECT plan_id, rating, count(*)::INTEGER AS items
  FROM items
  WHERE rating IS NOT NULL
  GROUP BY ALL
)
SELECT
  *,
  row_number() OVER (
    PARTITION BY plan_id
    ORDER BY list_position(['S', '◎', '○', '△', '×'], left(rating, 1)) NULLS LAST, left(rating, 1), length(rating) DESC
  )::INTEGER AS rank
FROM counted
ORDER BY plan_id, rank
