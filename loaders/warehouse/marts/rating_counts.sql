-- Grain: plan and rating: each that was given, and each step of a scale that the document states for them, given or not.
-- items: how many items have it. rank: 1 for the best rating, then on to the lowest:
-- S before A before B, A+ before A, ◎○△×; words by the scale of the document, percent and points from the most.
-- share_percent: of the items that have a rating, rounded to one decimal. on_scale: whether the document states it as a step;
-- explained: whether it says what the letters or signs of that scale mean.
-- item_keys: the items counted; rating_keys: the rows whose items add up to rated_items.
WITH kinds AS (
  SELECT plan_id, rating, min(kind) AS kind, min(position) AS position FROM ratings GROUP BY ALL
),
scales AS (
  SELECT DISTINCT ratings.plan_id, ratings.kind, scale, scale_explained
  FROM ratings
  JOIN items ON items.plan_id = ratings.plan_id AND items.item_no = ratings.item_no AND items.rating = ratings.rating
  WHERE position IS NOT NULL
),
placed AS (
  SELECT plan_id, kind, scale_explained, unnest(scale) AS rating, generate_subscripts(scale, 1) AS position FROM scales
),
steps AS (
  SELECT plan_id, rating, min(kind) AS kind, min(position)::INTEGER AS position, bool_or(scale_explained) AS explained
  FROM placed
  GROUP BY ALL
),
counted AS (
  SELECT plan_id, rating, count(*)::INTEGER AS items, list(struct_pack(item_no) ORDER BY item_no) AS item_keys
  FROM items
  WHERE rating IS NOT NULL
  GROUP BY ALL
),
shown AS (
  SELECT
    plan_id,
    rating,
    coalesce(kinds.kind, steps.kind) AS kind,
    coalesce(steps.position, kinds.position) AS position,
    coalesce(items, 0) AS items,
    coalesce(item_keys, []) AS item_keys,
    steps.rating IS NOT NULL AS on_scale,
    explained
  FROM counted
  FULL JOIN steps USING (plan_id, rating)
  LEFT JOIN kinds USING (plan_id, rating)
),
ranked AS (
  SELECT
    shown.* EXCLUDE (position),
    row_number() OVER (
      PARTITION BY plan_id
      ORDER BY
        coalesce(list_position(['S', '◎', '○', '△', '×'], left(rating, 1)), CASE WHEN kind = 'sign' THEN position END) NULLS LAST,
        CASE WHEN kind = 'word' THEN position END NULLS LAST,
        CASE WHEN kind IN ('percent', 'points') THEN regexp_extract(rating, '[0-9.]+')::DOUBLE END DESC NULLS LAST,
        left(rating, 1),
        length(rating) DESC,
        rating
    )::INTEGER AS rank
  FROM shown
)
SELECT
  *,
  (sum(items) OVER all_ratings)::INTEGER AS rated_items,
  round(100.0 * items / sum(items) OVER all_ratings, 1) AS share_percent,
  list(struct_pack(rating)) OVER all_ratings AS rating_keys
FROM ranked
WINDOW all_ratings AS (PARTITION BY plan_id ORDER BY rank ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY plan_id, rank
