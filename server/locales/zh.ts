import type { Locale } from './en.ts'

export const zh: Locale = {
  reasons: {
    words: '共有的词语：{list}',
    concepts: '双方都谈到：{list}',
    vectors: '两段文字含义相近',
    confirmed: '已由{list}确认',
    area: '领域相同',
    sdg: '可持续发展目标的具体目标相同',
    beneficiaries: '受益人群相同',
    languages: '有共同的工作语言',
    population: '城市规模相近',
    region: '同一国家或地区',
    income: '收入水平相近',
    climate: '气候相近',
    seeking: '正是该城市所寻求的',
    readiness: '成熟度符合挑战所处的阶段',
    evidence: '已在城市中使用',
    'income-fit': '适合该收入水平的城市',
    'climate-fit': '适合这种气候'
  },
  advice: {
    query: '如果补充以下内容，匹配会更可靠：{what}',
    match: '对方没有说明：{what}'
  },
  unsaid: {
    area: '领域',
    sdg: '可持续发展目标的具体目标',
    beneficiaries: '受益人群',
    languages: '工作语言',
    population: '人口数量',
    region: '国家',
    income: '收入组别',
    climate: '气候',
    seeking: '所寻求的内容',
    readiness: '技术成熟度或挑战所处阶段',
    evidence: '在哪里使用过',
    'income-fit': '适合的收入水平',
    'climate-fit': '适合的气候',
    'available-in-country': '可提供服务的国家',
    'population-fit': '适合的城市规模',
    'required-standards': '标准',
    'data-residency': '数据存放地点',
    budget: '预算或价格',
    'delivery-in-time': '需要的时间或交付周期'
  }
}
