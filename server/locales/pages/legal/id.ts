import type { LegalWords } from './en.ts'

export const id: LegalWords = {
  operator: {
    heading: 'Siapa yang mengoperasikan layanan ini',
    none: 'Operator layanan ini belum mencantumkan identitasnya. Sampai itu dilakukan, tanyakan kepada pihak yang memberi Anda alamat layanan ini.'
  },
  privacy: {
    title: 'Privasi',
    link: 'Privasi',
    lead: 'Apa yang disimpan layanan ini tentang Anda, berapa lama, dan siapa yang melihatnya.',
    encoder: 'Untuk membandingkan makna teks, layanan ini mengirim teks profil dan teks pencarian ke {host}. Nama atau alamat orang tidak ikut dikirim, kecuali jika tercantum dalam teks itu.',
    noEncoder: 'Teks dibandingkan di sini, pada mesin milik operator sendiri. Tidak ada halaman yang memuat apa pun dari tempat lain, dan tidak ada pihak yang diberi tahu apa yang Anda lihat.',
    sections: [
      {
        heading: 'Jika Anda hanya melihat-lihat',
        paragraphs: [
          'Teks yang Anda pakai untuk mencari tidak disimpan. Teks itu menjadi bagian dari alamat halaman hasilnya, sehingga peramban Anda mengingatnya. Jika Anda memilih bahasa, sebuah kuki menyimpan pilihan itu selama satu tahun. Alamat jaringan asal Anda dipakai untuk membatasi jumlah permintaan dari satu tempat, dan log operator mungkin memuatnya bersama alamat halaman.',
          'Tidak ada penghitung kunjungan, tidak ada iklan, dan tidak ada kuki selain yang disebutkan di sini.'
        ],
        points: []
      },
      {
        heading: 'Jika Anda memiliki akun',
        paragraphs: ['Kami menyimpan:'],
        points: [
          'nama, alamat surel, dan bahasa Anda; kata sandi Anda, hanya dalam bentuk yang tidak memungkinkannya dibaca; kunci verifikasi dua langkah Anda, jika ada;',
          'untuk setiap sesi, kapan dan dari alamat jaringan mana sesi itu dipakai, serta nama yang disebutkan peramban. Sesi berakhir setelah 14 hari tidak dipakai, dan paling lama setelah 90 hari. Satu kuki menyimpan sesi; satu kuki lain membantu kami membedakan perangkat Anda sendiri dari perangkat asing ketika ada yang menebak kata sandi, dan berlaku selama 400 hari;',
          'organisasi tempat Anda menjadi anggota, dan peran Anda di dalamnya;',
          'yang Anda tulis: profil, perkenalan, pesan, pertanyaan dan jawaban, pencarian tersimpan, serta penilaian Anda atas kecocokan;',
          'surel yang kami kirim kepada Anda, dan kotak masuk Anda;',
          'yang Anda laporkan kepada sekretariat, dan dalam catatan tindakan, apa yang Anda lakukan dan dari alamat jaringan mana.'
        ]
      },
      {
        heading: 'Berapa lama disimpan',
        paragraphs: [],
        points: [
          'Pendaftaran yang alamatnya tidak pernah dikonfirmasi: 7 hari.',
          'Surel yang telah dikirim: 30 hari. Catatan pengiriman ke server mitra: 30 hari.',
          'Jumlah percobaan masuk yang gagal: satu hari. Jawaban yang disimpan agar permintaan berulang tidak dijalankan dua kali: satu hari.',
          'Alamat tujuan undangan: sampai undangan diterima, ditarik kembali, atau berakhir, paling lama 7 hari.',
          'Alamat jaringan dalam catatan tindakan: 90 hari. Catatannya sendiri tetap ada; di sana orang disebut dengan nomor.',
          'Yang Anda tulis di formulir sebelum dikirim: peramban menyimpannya di perangkat Anda sendiri, yang tidak kami lihat, paling lama 30 hari dan hanya sampai Anda keluar di sana.',
          'Selebihnya: sampai Anda, atau organisasi Anda, menghapusnya.'
        ]
      },
      {
        heading: 'Siapa melihat apa',
        paragraphs: [],
        points: [
          'Semua orang melihat apa yang diterbitkan organisasi, tidak lebih dari yang dikehendaki organisasi itu: setiap isian dapat dibatasi untuk organisasi peserta, untuk pihak yang telah diperkenalkan, atau untuk organisasi itu sendiri.',
          'Nama dan peran Anda dilihat oleh anggota organisasi Anda. Alamat surel Anda dilihat oleh pengelola akunnya dan oleh sekretariat.',
          'Data kontak kedua pihak dalam perkenalan diperlihatkan setelah keduanya menyetujui, tidak sebelumnya.',
          'Pesan dalam perkenalan hanya dibaca oleh para pihaknya. Sekretariat melihat bahwa percakapan berlangsung dan apa hasilnya, bukan isinya.',
          'Jawaban atas pertanyaan mengenai suatu tantangan dikirim kepada semua yang telah diperkenalkan. Siapa yang bertanya tidak disebutkan.',
          'Pihak yang menjalankan mesin dapat membaca data yang tersimpan. Kata sandi tidak dapat dibaca dari sana.'
        ]
      },
      {
        heading: 'Yang dapat Anda lakukan',
        paragraphs: ['Di halaman akun, Anda dapat memperbaiki yang keliru, mengunduh semua yang kami simpan tentang Anda, dan menghapus akun Anda. Penghapusan berlaku seketika. Akun, sesi, keanggotaan, kotak masuk, surel, dan pencarian tersimpan Anda dihapus; isi pesan Anda dikosongkan. Yang Anda daftarkan untuk suatu organisasi tetap ada pada organisasi itu, demikian pula pertanyaan dan jawaban yang sudah dibaca pihak lain. Salinan cadangan yang disimpan operator untuk keadaan darurat dapat memuat data lama selama salinan itu disimpan.'],
        points: []
      }
    ]
  },
  terms: {
    title: 'Ketentuan penggunaan',
    link: 'Ketentuan',
    lead: 'Apa yang dapat Anda harapkan dari layanan ini, dan apa yang diharapkannya dari Anda.',
    sections: [
      {
        heading: 'Kegunaan layanan ini',
        paragraphs: ['Di sini kota dan pihak yang memiliki solusi baginya saling menemukan. Penggunaannya tidak dipungut biaya, dan layanan ini tidak menjual apa pun.'],
        points: []
      },
      {
        heading: 'Yang kami minta dari Anda',
        paragraphs: [],
        points: [
          'Bertindaklah hanya atas nama organisasi Anda sendiri, dan tulislah yang benar. Sampaikan juga yang tidak berhasil.',
          'Jangan cantumkan data kontak dan iklan dalam teks terbuka. Untuk saling menghubungi, tersedia perkenalan.',
          'Jangan tulis hal yang tidak boleh Anda teruskan: tidak ada rahasia pihak lain, dan tidak ada data orang yang tidak memberikan persetujuan.',
          'Jaga kerahasiaan kata sandi dan kunci Anda.'
        ]
      },
      {
        heading: 'Tulisan Anda tetap milik Anda',
        paragraphs: ['Dengan menerbitkan profil, Anda mengizinkan layanan ini menampilkan, membandingkan, dan meneruskannya kepada pengguna dan mitranya, sejauh diperkenankan oleh pengaturan visibilitas yang Anda pilih. Ketika Anda menutup profil, profil itu langsung keluar dari daftar dan kecocokan.'],
        points: []
      },
      {
        heading: 'Yang dilakukan sekretariat',
        paragraphs: ['Sekretariat memverifikasi organisasi, dan menyembunyikan yang melanggar ketentuan ini. Alasannya disampaikan, dan Anda dapat mengajukan keberatan satu kali; orang lain kemudian memutuskannya. Organisasi yang terus melanggar dapat ditangguhkan: setelah itu organisasi tersebut hanya dapat membaca.'],
        points: []
      },
      {
        heading: 'Yang tidak dijanjikan siapa pun',
        paragraphs: ['Kecocokan adalah petunjuk yang disertai alasan, bukan nasihat. Tidak ada pihak di sini yang memeriksa kemampuan atau kejujuran penyedia solusi, kecuali bukti penerapan yang ditandai telah dikonfirmasi oleh kota. Perkenalan bukan kontrak dan bukan bagian dari tender; aturan pengadaan masing-masing kota tetap berlaku. Layanan ini dapat mengalami gangguan, dan disediakan sebagaimana adanya.'],
        points: []
      }
    ]
  },
  accessibility: {
    title: 'Aksesibilitas',
    link: 'Aksesibilitas',
    lead: 'Halaman-halaman ini dibuat untuk semua orang: untuk papan ketik dan pembaca layar, layar kecil, perangkat lama, dan sambungan lambat.',
    sections: [
      {
        heading: 'Yang kami tuju',
        paragraphs: ['Tingkat AA dari Web Content Accessibility Guidelines, versi 2.2.'],
        points: [
          'Semuanya dapat dilakukan dengan papan ketik, dan tanpa skrip.',
          'Setiap peta dan gambar juga tersedia dalam bentuk daftar, tabel, atau kata-kata.',
          'Kesalahan disebutkan dengan kata-kata, di atas formulir dan di samping isian, dan yang Anda ketik tetap ada.',
          'Halaman mengikuti ukuran huruf, warna gelap atau terang, dan pengurangan gerak yang Anda atur pada perangkat Anda.',
          'Setiap teks menyatakan bahasanya, agar dibacakan sebagaimana mestinya.'
        ]
      },
      {
        heading: 'Bagaimana hal ini diperiksa',
        paragraphs: ['Halaman diperiksa oleh mesin (axe-core) dan ditinjau oleh pembuatnya. Belum ada pihak luar yang mengujinya, demikian pula kelompok pengguna penyandang disabilitas.'],
        points: []
      },
      {
        heading: 'Yang belum baik',
        paragraphs: [],
        points: [
          'Teks dari kota dan penyedia solusi ditampilkan sebagaimana ditulis: teks itu bisa panjang atau sulit dibaca.',
          'Teks yang tidak diterjemahkan tetap dalam bahasanya sendiri.',
          'Dokumentasi untuk pemrogram memerlukan skrip.'
        ]
      },
      {
        heading: 'Jika ada yang menghalangi Anda',
        paragraphs: ['Beri tahu operator halaman mana yang bermasalah dan alat apa yang Anda pakai. Sesi bertahan 14 hari tanpa dipakai, sehingga tidak ada yang perlu dilakukan dengan tergesa-gesa; kecuali kode verifikasi dua langkah, sedangkan kode pemulihan tidak memiliki batas waktu.'],
        points: []
      }
    ]
  }
}
