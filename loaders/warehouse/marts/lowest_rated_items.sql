-- Grain: item with the lowest rating given, where a better one was given or stands on the scale, with what its review lists as
-- not achieved. None where the ratings given are of several kinds, or words or signs whose order nothing tells. not_achieved: how many entries; review_keys: which, in their order.
WITH lowest AS (
  SELECT plan_id, max_by(rating, rank) AS rating
  FROM marts.rating_counts
  WHERE items > 0
  GROUP BY plan_id
  HAVING max(rank) > 1 AND count(DISTINCT kind) = 1 AND bool_and(on_scale OR kind NOT IN ('word', 'sign') OR rating IN ('◎', '○', '△', '×'))
)
SELECT
  items.plan_id,
  items.item_no,
  items.title,
  items.rating,
  count(reviews.review_no)::INTEGER AS not_achieved,
  list(struct_pack(item_no := reviews.item_no, kind := reviews.kind, review_no := reviews.review_no) ORDER BY reviews.review_no)
    FILTER (reviews.review_no IS NOT NULL) AS review_keys
FROM items
JOIN lowest USING (plan_id, rating)
LEFT JOIN reviews
  ON reviews.plan_id = items.plan_id
  AND reviews.item_no = items.item_no
  AND reviews.kind = 'not_achieved'
  AND NOT says_none(reviews.text)
GROUP BY items.plan_id, items.item_no, items.title, items.rating
ORDER BY items.plan_id, items.item_no
