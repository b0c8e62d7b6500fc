-- Grain: plan and rating given. items: how many items have it. rank: 1 for the best rating given, then on to the lowest:
-- S before A before B, A+ before A, ◎○△×; words by the scale of the document, percent and points from the most. share_percent: of the items that have a rating, rounded to one decimal.
-- item_keys: the items counted; rating_keys: the rows whose items add up to rated_items.
WITH kinds AS (
  SELECT plan_id, rating, any_value(kind) AS kind, min(position) AS position FROM ratings GROUP BY ALL
),
counted AS (
  SELECT plan_id, rating, count(*)::INTEGER AS items, list(struct_pack(item_no) ORDER BY item_no) AS item_keys
  FROM items
  WHERE rating IS NOT NULL
  GROUP BY ALL
),
ranked AS (
  SELECT
    counted.*,
    row_number() OVER (
      PARTITION BY plan_id
      ORDER BY
        list_position(['S', '◎', '○', '△', '×'], left(rating, 1)) NULLS LAST,
        CASE WHEN kind = 'word' THEN position END NULLS LAST,
        CASE WHEN kind IN ('percent', 'points') THEN regexp_extract(rating, '[0-9.]+')::DOUBLE END DESC NULLS LAST,
        left(rating, 1),
        length(rating) DESC,
        rating
    )::INTEGER AS rank
  FROM counted
  LEFT JOIN kinds USING (plan_id, rating)
)
SELECT
  *,
  (sum(items) OVER all_ratings)::INTEGER AS rated_items,
  round(100.0 * items / sum(items) OVER all_ratings, 1) AS share_percent,
  list(struct_pack(rating)) OVER all_ratings AS rating_keys
FROM ranked
WINDOW all_ratings AS (PARTITION BY plan_id ORDER BY rank ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY plan_id, rank
