import type { Locale } from './en.ts'

export const bn: Locale = {
  reasons: {
    words: 'মিল আছে এই শব্দগুলোতে: {list}',
    concepts: 'দুটি লেখাতেই আছে: {list}',
    vectors: 'দুটি লেখার অর্থ কাছাকাছি',
    confirmed: 'নিশ্চিত করেছে: {list}',
    area: 'একই ক্ষেত্র',
    sdg: 'টেকসই উন্নয়ন অভীষ্টের একই লক্ষ্যমাত্রা',
    beneficiaries: 'একই মানুষ উপকৃত হবেন',
    languages: 'কাজের একটি ভাষা অভিন্ন',
    population: 'কাছাকাছি আকারের শহর',
    region: 'একই দেশ বা অঞ্চল',
    income: 'কাছাকাছি আয়',
    climate: 'একই রকম জলবায়ু',
    seeking: 'শহরটি এটাই খুঁজছে',
    readiness: 'চ্যালেঞ্জের ধাপের জন্য যথেষ্ট প্রস্তুত',
    evidence: 'বিভিন্ন শহরে ইতিমধ্যে ব্যবহৃত',
    'income-fit': 'এই আয়ের শহরের জন্য তৈরি',
    'climate-fit': 'এই জলবায়ুর জন্য তৈরি'
  },
  advice: {
    query: 'এটি জানালে মিল আরও নিশ্চিত হবে: {what}',
    match: 'অন্য পক্ষ জানায়নি: {what}'
  },
  unsaid: {
    area: 'ক্ষেত্র',
    sdg: 'টেকসই উন্নয়ন অভীষ্টের লক্ষ্যমাত্রা',
    beneficiaries: 'কারা উপকৃত হবেন',
    languages: 'কাজের ভাষা',
    population: 'জনসংখ্যা',
    region: 'দেশ',
    income: 'আয়ের শ্রেণি',
    climate: 'জলবায়ু',
    seeking: 'কী খোঁজা হচ্ছে',
    readiness: 'প্রস্তুতির স্তর বা চ্যালেঞ্জের ধাপ',
    evidence: 'কোথায় ব্যবহৃত হয়েছে',
    'income-fit': 'কোন আয়ের শহরের জন্য',
    'climate-fit': 'কোন জলবায়ুর জন্য',
    'available-in-country': 'কোন কোন দেশে পাওয়া যায়',
    'population-fit': 'কত বড় শহরের জন্য',
    'required-standards': 'মানদণ্ড',
    'data-residency': 'তথ্য কোথায় রাখা হয়',
    budget: 'বাজেট বা দাম',
    'delivery-in-time': 'কবে দরকার বা কত সময় লাগে'
  }
}
