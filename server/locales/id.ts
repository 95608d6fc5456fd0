import type { Locale } from './en.ts'

export const id: Locale = {
  reasons: {
    words: 'Kata yang sama: {list}',
    concepts: 'Keduanya membahas: {list}',
    vectors: 'Makna kedua teks berdekatan',
    confirmed: 'Dikonfirmasi oleh {list}',
    area: 'Bidang yang sama',
    sdg: 'Target Tujuan Pembangunan Berkelanjutan yang sama',
    beneficiaries: 'Penerima manfaat yang sama',
    languages: 'Ada bahasa kerja yang sama',
    population: 'Kota dengan ukuran serupa',
    region: 'Negara atau kawasan yang sama',
    income: 'Tingkat pendapatan serupa',
    climate: 'Iklim serupa',
    seeking: 'Inilah yang dicari kota',
    readiness: 'Cukup siap untuk tahap tantangan ini',
    evidence: 'Sudah dipakai di berbagai kota',
    'income-fit': 'Dibuat untuk kota dengan pendapatan ini',
    'climate-fit': 'Dibuat untuk iklim ini'
  },
  advice: {
    query: 'Kecocokan akan lebih pasti jika Anda menyebutkan: {what}',
    match: 'Pihak lain tidak menyebutkan: {what}'
  },
  unsaid: {
    area: 'bidang',
    sdg: 'target Tujuan Pembangunan Berkelanjutan',
    beneficiaries: 'penerima manfaat',
    languages: 'bahasa kerja',
    population: 'jumlah penduduk',
    region: 'negara',
    income: 'kelompok pendapatan',
    climate: 'iklim',
    seeking: 'apa yang dicari',
    readiness: 'tingkat kesiapan, atau tahap tantangan',
    evidence: 'di mana dipakai',
    'income-fit': 'tingkat pendapatan yang sesuai',
    'climate-fit': 'iklim yang sesuai',
    'available-in-country': 'negara tempat tersedia',
    'population-fit': 'ukuran kota yang sesuai',
    'required-standards': 'standar',
    'data-residency': 'tempat penyimpanan data',
    budget: 'anggaran atau harga',
    'delivery-in-time': 'kapan dibutuhkan, atau berapa lama pengerjaannya'
  }
}
