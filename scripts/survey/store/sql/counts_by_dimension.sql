-- 選択肢ごとの件数と割合（％）：回と区分と設問ごと。一つも選ばれなかった選択肢の行はない
WITH placed AS (
  SELECT a.survey, a.wave, a.business, a.question, a.question_label, a.kind, a.option_code, a.option_label,
    a.option_order, a.weight, p.dimension, p.option_code AS place_code, p.option_label AS place_label
  FROM {answers} AS a
  JOIN {places} AS p
    ON p.survey = a.survey AND p.wave = a.wave AND p.load_id = a.load_id AND p.business = a.business
  WHERE a.kind IN ('choice', 'choices')
),
answered AS (
  SELECT survey, wave, dimension, place_code, question, COUNT(DISTINCT business) AS n
  FROM placed
  GROUP BY survey, wave, dimension, place_code, question
),
chosen AS (
  SELECT survey, wave, dimension, place_code, MIN(place_label) AS place_label, question,
    MIN(question_label) AS question_label, MIN(kind) AS kind, option_code, MIN(option_label) AS option_label,
    MIN(option_order) AS option_order, MIN(weight) AS weight, COUNT(DISTINCT business) AS answers
  FROM placed
  WHERE option_code IS NOT NULL
  GROUP BY survey, wave, dimension, place_code, question, option_code
)
SELECT c.survey, c.wave, c.dimension, c.place_code, c.place_label, c.question, c.question_label, c.kind,
  c.option_code, c.option_label, c.option_order, c.weight, c.answers, d.n,
  FLOOR(c.answers * 1000e0 / d.n + 0.5e0) / 10e0 AS share
FROM chosen AS c
JOIN answered AS d
  ON d.survey = c.survey AND d.wave = c.wave AND d.dimension = c.dimension AND d.place_code = c.place_code
  AND d.question = c.question
