-- 指数（DI）：二つの区分を掛け合わせたもの（業種 × 都道府県など）。件数から
SELECT a.survey, a.wave, p.dimension AS dimension_1, p.option_code AS place_code_1,
  MIN(p.option_label) AS place_label_1, q.dimension AS dimension_2, q.option_code AS place_code_2,
  MIN(q.option_label) AS place_label_2, a.question, MIN(a.question_label) AS question_label,
  COUNT(DISTINCT a.business) AS n, SUM(a.weight) * 100e0 / COUNT(DISTINCT a.business) AS di_exact
FROM {answers} AS a
JOIN {places} AS p
  ON p.survey = a.survey AND p.wave = a.wave AND p.load_id = a.load_id AND p.business = a.business
JOIN {places} AS q
  ON q.survey = a.survey AND q.wave = a.wave AND q.load_id = a.load_id AND q.business = a.business
WHERE a.kind = 'choice' AND a.weight IS NOT NULL AND p.dimension <> 'all' AND q.dimension <> 'all'
  AND p.dimension <> q.dimension
GROUP BY a.survey, a.wave, p.dimension, p.option_code, q.dimension, q.option_code, a.question
