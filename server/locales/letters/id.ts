import type { Letters } from './en.ts'

export const id: Letters = {
  letters: {
    'confirm-address': { subject: 'Konfirmasi alamat surel Anda', text: 'Kami menerima pendaftaran pada layanan pencocokan WICC dengan alamat ini. Jika Anda yang mendaftar, konfirmasikan alamat ini melalui tautan di bawah, yang berlaku selama {hours} jam.\n\nJika bukan Anda, abaikan surel ini: tanpa konfirmasi Anda, akun tidak akan diaktifkan.', button: 'Konfirmasi alamat' },
    'already-registered': { subject: 'Anda sudah memiliki akun', text: 'Kami menerima pendaftaran pada layanan pencocokan WICC dengan alamat ini, tetapi alamat ini sudah terdaftar. Silakan masuk, atau atur kata sandi baru jika Anda lupa kata sandi.\n\nJika bukan Anda yang mendaftar, tidak ada yang perlu dilakukan.', button: 'Masuk' },
    'reset-password': { subject: 'Atur kata sandi baru', text: 'Kami menerima permintaan kata sandi baru untuk akun Anda. Jika Anda yang meminta, atur kata sandi baru melalui tautan di bawah, yang berlaku selama {hours} jam.\n\nJika bukan Anda, abaikan surel ini: kata sandi Anda tidak berubah.', button: 'Atur kata sandi baru' },
    'password-changed': { subject: 'Kata sandi Anda telah diubah', text: 'Kata sandi akun Anda telah diubah, dan semua sesi lain telah diakhiri.\n\nJika bukan Anda yang mengubahnya, segera atur kata sandi baru dan beri tahu sekretariat.', button: 'Lihat sesi Anda' },
    invitation: { subject: '{organisation} mengundang Anda', text: '{inviter} mengundang Anda untuk bergabung dengan {organisation} pada layanan pencocokan WICC sebagai {role}. Undangan ini berlaku selama {days} hari.', button: 'Terima undangan' },
    'role-changed': { subject: 'Peran Anda di {organisation} kini {role}', text: 'Peran Anda di {organisation} telah diubah menjadi {role}.', button: 'Buka organisasi' },
    'member-removed': { subject: 'Anda bukan lagi anggota {organisation}', text: 'Anda tidak lagi terdaftar sebagai anggota {organisation}. Akun Anda beserta isinya tetap ada.', button: 'Buka akun Anda' },
    'verification-asked': { subject: '{organisation} mengajukan verifikasi', text: '{organisation} mengajukan verifikasi melalui {method}.\n\n{evidence}', button: 'Beri keputusan' },
    'verification-granted': { subject: '{organisation} telah diverifikasi', text: 'Sekretariat telah memverifikasi {organisation}. Kini Anda dapat menerbitkan profil dan meminta perkenalan.\n\n{reason}', button: 'Buka organisasi' },
    'verification-refused': { subject: '{organisation} tidak lolos verifikasi', text: 'Sekretariat tidak dapat memverifikasi {organisation}.\n\n{reason}\n\nAnda dapat mengajukan verifikasi lagi.', button: 'Ajukan lagi' },
    'flag-raised': { subject: 'Profil dilaporkan: {profile}', text: 'Profil “{profile}” dilaporkan ({reason}).\n\n{words}', button: 'Beri keputusan' },
    'profile-hidden': { subject: 'Disembunyikan oleh sekretariat: {profile}', text: 'Sekretariat telah menyembunyikan profil “{profile}”.\n\n{reason}\n\nAnda dapat mengajukan keberatan satu kali.', button: 'Lihat profil' },
    'profile-returned': { subject: 'Dikembalikan kepada Anda untuk diperbaiki: {profile}', text: 'Sekretariat telah mengembalikan profil “{profile}” menjadi draf dan meminta Anda memperbaikinya.\n\n{reason}\n\nAnda dapat mengajukan keberatan satu kali.', button: 'Perbaiki profil' },
    'appeal-made': { subject: 'Keberatan mengenai {profile}', text: '{organisation} mengajukan keberatan atas keputusan mengenai “{profile}”.\n\n{words}', button: 'Beri keputusan' },
    'appeal-decided': { subject: 'Keberatan Anda telah diputuskan: {profile}', text: 'Sekretariat telah memutuskan keberatan Anda mengenai “{profile}” ({outcome}).\n\n{reason}', button: 'Lihat keputusan' },
    'introduction-requested': { subject: '{organisation} ingin berkenalan dengan Anda', text: '{organisation} meminta perkenalan mengenai “{profile}” ({purpose}).\n\n{message}\n\nAnda dapat menjawab hingga {day}. Data kontak hanya diperlihatkan kepada kedua pihak setelah semua menyetujui.', button: 'Jawab' },
    'introduction-reminder': { subject: '{organisation} menunggu jawaban Anda', text: '{organisation} telah meminta perkenalan mengenai “{profile}”. Permintaan ini berakhir pada {day}. Penolakan yang disertai alasan lebih membantu mereka daripada tidak ada jawaban.', button: 'Jawab' },
    'introduction-accepted': { subject: 'Perkenalan disetujui: {organisation}', text: 'Semua pihak telah menyetujui perkenalan mengenai “{profile}”. Kini Anda dapat melihat informasi yang dibuka oleh pihak lain, dan Anda dapat saling berkirim pesan.', button: 'Buka percakapan' },
    'introduction-declined': { subject: '{organisation} menolak perkenalan', text: '{organisation} menolak perkenalan mengenai “{profile}” ({reason}).\n\n{words}', button: 'Lihat permintaan' },
    'introduction-expired': { subject: 'Permintaan perkenalan kedaluwarsa: {profile}', text: 'Permintaan perkenalan mengenai “{profile}” tidak dijawab hingga batas waktunya.', button: 'Lihat permintaan' },
    'introduction-withdrawn': { subject: '{organisation} mengundurkan diri dari perkenalan', text: '{organisation} mengundurkan diri dari perkenalan mengenai “{profile}”.\n\n{words}', button: 'Lihat rincian' },
    'introduction-closed': { subject: 'Perkenalan ditutup: {profile}', text: '{organisation} telah menutup perkenalan mengenai “{profile}” ({outcome}).\n\n{words}', button: 'Lihat rincian' },
    message: { subject: '{organisation} mengirimi Anda pesan mengenai {profile}', text: '{organisation} mengirimi Anda pesan dalam perkenalan mengenai “{profile}”.', button: 'Baca pesan' },
    'question-asked': { subject: 'Pertanyaan mengenai {profile}', text: 'Salah satu penyedia solusi yang telah diperkenalkan bertanya mengenai “{profile}”:\n\n{question}\n\nJawaban Anda dikirim serentak kepada semua penyedia solusi yang telah diperkenalkan.', button: 'Jawab' },
    'question-answered': { subject: 'Pertanyaan mengenai {profile} telah dijawab', text: 'Pertanyaan:\n\n{question}\n\nJawaban:\n\n{answer}\n\nSemua penyedia solusi yang telah diperkenalkan menerima ini pada saat yang sama.', button: 'Lihat semua pertanyaan' },
    alert: { subject: 'Kecocokan baru untuk “{search}”: {title}', text: 'Ada kecocokan baru untuk “{search}” ({band}):\n\n{title}\n\n{reasons}', button: 'Lihat kecocokan' },
    digest: { subject: 'Kecocokan baru untuk “{search}”: {count}', text: 'Kecocokan baru untuk “{search}”:\n\n{titles}', button: 'Lihat semua' },
    'webhook-paused': { subject: 'Webhook dihentikan sementara', text: 'Webhook ke {host} terus gagal sejak {day} sehingga dihentikan sementara.\n\n{reason}\n\nTidak ada data yang hilang: yang belum terkirim dapat dikirim ulang.', button: 'Lihat riwayat pengiriman' },
    'second-factor-changed': { subject: 'Verifikasi dua langkah Anda telah diubah', text: 'Verifikasi dua langkah pada akun Anda diaktifkan, dinonaktifkan, atau mendapat kode pemulihan baru.\n\nJika bukan Anda yang melakukannya, segera atur kata sandi baru dan beri tahu sekretariat.', button: 'Lihat akun Anda' },
    'verification-revoked': { subject: 'Verifikasi {organisation} telah dicabut', text: 'Sekretariat telah mencabut verifikasi {organisation}.\n\n{reason}\n\nYang sudah diterbitkan tetap ada; profil baru dan permintaan perkenalan harus menunggu verifikasi ulang.', button: 'Buka organisasi' },
    'organisation-suspended': { subject: '{organisation} telah ditangguhkan', text: 'Sekretariat telah menangguhkan {organisation}. Untuk sementara, organisasi ini hanya dapat membaca.\n\n{reason}', button: 'Buka organisasi' },
    'organisation-reinstated': { subject: 'Penangguhan {organisation} telah dicabut', text: 'Sekretariat telah mencabut penangguhan {organisation}.\n\n{reason}', button: 'Buka organisasi' },
    'introduction-cap-changed': { subject: 'Batas permintaan perkenalan {organisation} diubah', text: 'Sekretariat telah mengubah batas jumlah permintaan perkenalan terbuka bagi {organisation}.\n\n{reason}', button: 'Buka organisasi' }
  },
  frame: {
    greeting: 'Yth. {name},',
    link: '{button}:',
    why: 'Anda menerima surel ini dari layanan pencocokan WICC karena Anda memiliki akun, atau karena ada yang memberikan alamat ini.',
    stop: 'Hentikan surel seperti ini'
  },
  words: {
    role: { owner: 'pengelola akun', editor: 'penyunting', viewer: 'pembaca' },
    method: { 'official-domain': 'domain surel resminya', document: 'dokumen', secretariat: 'sekretariat sendiri' },
    purpose: { exchange: 'bertukar pengalaman', 'explore-solution': 'menjajaki solusi', 'joint-work': 'bekerja sama', finance: 'pembiayaan', knowledge: 'pengetahuan', other: 'tujuan lain' },
    decline: { 'not-now': 'belum saatnya', 'no-capacity': 'kapasitas tidak mencukupi', 'not-a-fit': 'tidak sesuai', 'already-solved': 'sudah teratasi', 'outside-mandate': 'di luar kewenangannya', 'conflict-of-interest': 'benturan kepentingan', 'too-little-said': 'keterangan kurang memadai', other: 'alasan lain' },
    outcome: { none: 'tanpa hasil', exchange: 'telah bertukar pengalaman', pilot: 'proyek percontohan', 'market-sounding': 'penjajakan pasar', tender: 'tender', contract: 'kontrak' },
    flag: { spam: 'spam', 'contact-details': 'data kontak dalam teks terbuka', false: 'tidak benar', offensive: 'menyinggung', duplicate: 'duplikat', 'off-topic': 'di luar topik', other: 'alasan lain' },
    appeal: { upheld: 'keputusan tetap berlaku', overturned: 'keputusan dibatalkan' },
    band: { strong: 'sangat cocok', good: 'cocok', possible: 'mungkin cocok' }
  }
}
