import type { Locale } from './en.ts'

export const ar: Locale = {
  reasons: {
    words: 'كلمات مشتركة: {list}',
    concepts: 'كلاهما يتحدث عن: {list}',
    vectors: 'النصان متقاربان في المعنى',
    confirmed: 'مؤكد من: {list}',
    area: 'المجالات نفسها',
    sdg: 'الغايات نفسها من أهداف التنمية المستدامة',
    beneficiaries: 'الفئات المستفيدة نفسها',
    languages: 'لغة عمل مشتركة',
    population: 'مدن متقاربة الحجم',
    region: 'البلد أو الإقليم نفسه',
    income: 'مستوى دخل متقارب',
    climate: 'مناخ متشابه',
    seeking: 'هذا ما تبحث عنه المدينة',
    readiness: 'جاهز بما يكفي لمرحلة التحدي',
    evidence: 'مستخدم في مدن بالفعل',
    'income-fit': 'مصمم لمدن بهذا المستوى من الدخل',
    'climate-fit': 'مصمم لهذا المناخ'
  },
  advice: {
    query: 'تصبح المطابقة أوثق إذا ذكرتم: {what}',
    match: 'لا يذكر الطرف الآخر: {what}'
  },
  unsaid: {
    area: 'المجالات',
    sdg: 'غايات أهداف التنمية المستدامة',
    beneficiaries: 'المستفيدين',
    languages: 'لغات العمل',
    population: 'عدد السكان',
    region: 'البلد',
    income: 'فئة الدخل',
    climate: 'المناخ',
    seeking: 'ما تبحثون عنه',
    readiness: 'درجة الجاهزية أو مرحلة التحدي',
    evidence: 'أماكن الاستخدام',
    'income-fit': 'مستويات الدخل المناسبة',
    'climate-fit': 'المناخات المناسبة',
    'available-in-country': 'البلدان التي يتوفر فيها',
    'population-fit': 'حجم المدينة المناسب',
    'required-standards': 'المعايير',
    'data-residency': 'مكان حفظ البيانات',
    budget: 'الميزانية أو السعر',
    'delivery-in-time': 'موعد الحاجة أو مدة التنفيذ'
  }
}
