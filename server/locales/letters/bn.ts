import type { Letters } from './en.ts'

export const bn: Letters = {
  letters: {
    'confirm-address': { subject: 'আপনার ই-মেইল ঠিকানা নিশ্চিত করুন', text: 'এই ঠিকানা দিয়ে WICC সংযোগ সেবায় নিবন্ধনের একটি অনুরোধ এসেছে। অনুরোধটি আপনার হলে নিচের লিঙ্ক থেকে ঠিকানাটি নিশ্চিত করুন। লিঙ্কটি {hours} ঘণ্টা কার্যকর থাকবে।\n\nঅনুরোধটি আপনার না হলে কিছু করতে হবে না: আপনি নিশ্চিত না করলে অ্যাকাউন্টটি চালু হবে না।', button: 'ঠিকানা নিশ্চিত করুন' },
    'already-registered': { subject: 'আপনার অ্যাকাউন্ট আগে থেকেই আছে', text: 'এই ঠিকানা দিয়ে WICC সংযোগ সেবায় নিবন্ধনের একটি অনুরোধ এসেছে, কিন্তু এই ঠিকানায় আগে থেকেই একটি অ্যাকাউন্ট আছে। সাইন ইন করুন, অথবা পাসওয়ার্ড ভুলে গেলে নতুন পাসওয়ার্ড দিন।\n\nঅনুরোধটি আপনার না হলে কিছু করতে হবে না।', button: 'সাইন ইন করুন' },
    'reset-password': { subject: 'নতুন পাসওয়ার্ড দিন', text: 'আপনার অ্যাকাউন্টের জন্য নতুন পাসওয়ার্ডের একটি অনুরোধ এসেছে। অনুরোধটি আপনার হলে নিচের লিঙ্ক থেকে নতুন পাসওয়ার্ড দিন। লিঙ্কটি {hours} ঘণ্টা কার্যকর থাকবে।\n\nঅনুরোধটি আপনার না হলে কিছু করতে হবে না: আপনার পাসওয়ার্ড আগের মতোই থাকবে।', button: 'নতুন পাসওয়ার্ড দিন' },
    'password-changed': { subject: 'আপনার পাসওয়ার্ড পরিবর্তন করা হয়েছে', text: 'আপনার অ্যাকাউন্টের পাসওয়ার্ড পরিবর্তন করা হয়েছে এবং অন্য সব সেশন বন্ধ করা হয়েছে।\n\nআপনি নিজে পরিবর্তন না করে থাকলে এখনই নতুন পাসওয়ার্ড দিন এবং WICC সচিবালয়কে জানান।', button: 'সেশনগুলো দেখুন' },
    invitation: { subject: '{organisation} আপনাকে আমন্ত্রণ জানিয়েছে', text: '{inviter} আপনাকে WICC সংযোগ সেবায় {organisation}-এ {role} হিসেবে যোগ দিতে আমন্ত্রণ জানিয়েছেন। আমন্ত্রণটি {days} দিন কার্যকর থাকবে।', button: 'আমন্ত্রণ গ্রহণ করুন' },
    'role-changed': { subject: '{organisation}-এ আপনার ভূমিকা এখন {role}', text: '{organisation}-এ আপনার ভূমিকা পরিবর্তন করা হয়েছে। নতুন ভূমিকা: {role}।', button: 'প্রতিষ্ঠানটি দেখুন' },
    'member-removed': { subject: 'আপনি আর {organisation}-এর সদস্য নন', text: 'আপনাকে {organisation} থেকে বাদ দেওয়া হয়েছে। আপনার অ্যাকাউন্ট ও আপনার নিজস্ব সবকিছু আগের মতোই থাকবে।', button: 'আপনার অ্যাকাউন্ট দেখুন' },
    'verification-asked': { subject: '{organisation} যাচাইয়ের আবেদন করেছে', text: '{organisation} যাচাইয়ের আবেদন করেছে। যাচাইয়ের ভিত্তি: {method}।\n\n{evidence}', button: 'সিদ্ধান্ত দিন' },
    'verification-granted': { subject: '{organisation}-এর যাচাই সম্পন্ন হয়েছে', text: 'WICC সচিবালয় {organisation}-এর যাচাই সম্পন্ন করেছে। এখন আপনি প্রোফাইল প্রকাশ করতে ও পরিচিতির অনুরোধ জানাতে পারবেন।\n\n{reason}', button: 'প্রতিষ্ঠানটি দেখুন' },
    'verification-refused': { subject: '{organisation}-এর যাচাই সম্পন্ন হয়নি', text: 'WICC সচিবালয়ের পক্ষে {organisation}-এর যাচাই সম্পন্ন করা সম্ভব হয়নি।\n\n{reason}\n\nআপনি আবার আবেদন করতে পারবেন।', button: 'আবার আবেদন করুন' },
    'flag-raised': { subject: 'একটি প্রোফাইল নিয়ে আপত্তি: {profile}', text: '“{profile}” নিয়ে আপত্তি জানানো হয়েছে ({reason})।\n\n{words}', button: 'সিদ্ধান্ত দিন' },
    'profile-hidden': { subject: 'WICC সচিবালয় আড়াল করেছে: {profile}', text: 'WICC সচিবালয় “{profile}” আড়াল করেছে।\n\n{reason}\n\nআপনি একবার আপিল করতে পারবেন।', button: 'প্রোফাইলটি দেখুন' },
    'profile-returned': { subject: 'সংশোধনের জন্য ফেরত এসেছে: {profile}', text: 'WICC সচিবালয় “{profile}” আবার খসড়া হিসেবে রেখেছে এবং আপনাকে এটি সংশোধন করতে অনুরোধ করছে।\n\n{reason}\n\nআপনি একবার আপিল করতে পারবেন।', button: 'সংশোধন করুন' },
    'appeal-made': { subject: '“{profile}” নিয়ে আপিল', text: '{organisation} “{profile}” সংক্রান্ত সিদ্ধান্তের বিরুদ্ধে আপিল করেছে।\n\n{words}', button: 'সিদ্ধান্ত দিন' },
    'appeal-decided': { subject: 'আপনার আপিলের সিদ্ধান্ত হয়েছে: {profile}', text: '“{profile}” নিয়ে আপনার আপিলের বিষয়ে WICC সচিবালয় সিদ্ধান্ত নিয়েছে ({outcome})।\n\n{reason}', button: 'সিদ্ধান্তটি দেখুন' },
    'introduction-requested': { subject: '{organisation} আপনার সঙ্গে পরিচিত হতে চায়', text: '{organisation} “{profile}” বিষয়ে পরিচিতির অনুরোধ জানিয়েছে ({purpose})।\n\n{message}\n\nআপনি {day} পর্যন্ত উত্তর দিতে পারবেন। সবাই সম্মত হলেই কেবল উভয় পক্ষ যোগাযোগের তথ্য দেখতে পাবে।', button: 'উত্তর দিন' },
    'introduction-reminder': { subject: '{organisation} আপনার উত্তরের অপেক্ষায় আছে', text: '{organisation} “{profile}” বিষয়ে পরিচিতির অনুরোধ জানিয়েছিল। অনুরোধটির মেয়াদ {day} তারিখে শেষ হবে। একেবারে উত্তর না দেওয়ার চেয়ে কারণ জানিয়ে অসম্মতি জানানোও তাদের বেশি কাজে আসে।', button: 'উত্তর দিন' },
    'introduction-accepted': { subject: 'পরিচিতি সম্পন্ন: {organisation}', text: '“{profile}” বিষয়ে পরিচিতিতে সবাই সম্মত হয়েছে। অন্য পক্ষ যেসব তথ্য জানাচ্ছে, এখন আপনি তা দেখতে পাবেন এবং আপনারা পরস্পরকে লিখতে পারবেন।', button: 'কথোপকথন খুলুন' },
    'introduction-declined': { subject: '{organisation} পরিচিতিতে সম্মত হয়নি', text: '{organisation} “{profile}” বিষয়ে পরিচিতির অনুরোধে সম্মত হয়নি ({reason})।\n\n{words}', button: 'অনুরোধটি দেখুন' },
    'introduction-expired': { subject: 'অনুরোধের মেয়াদ শেষ: {profile}', text: '“{profile}” বিষয়ে পরিচিতির অনুরোধের উত্তর নির্ধারিত সময়ে পাওয়া যায়নি।', button: 'অনুরোধটি দেখুন' },
    'introduction-withdrawn': { subject: '{organisation} পরিচিতি থেকে সরে দাঁড়িয়েছে', text: '{organisation} “{profile}” বিষয়ে পরিচিতি থেকে সরে দাঁড়িয়েছে।\n\n{words}', button: 'বিস্তারিত দেখুন' },
    'introduction-closed': { subject: 'পরিচিতি সমাপ্ত: {profile}', text: '{organisation} “{profile}” বিষয়ে পরিচিতি সমাপ্ত করেছে ({outcome})।\n\n{words}', button: 'বিস্তারিত দেখুন' },
    message: { subject: '{organisation} “{profile}” বিষয়ে আপনাকে লিখেছে', text: '“{profile}” বিষয়ে পরিচিতিতে {organisation} আপনাকে একটি বার্তা পাঠিয়েছে।', button: 'বার্তাটি পড়ুন' },
    'question-asked': { subject: '“{profile}” সম্পর্কে একটি প্রশ্ন', text: 'আপনার সঙ্গে পরিচিত হওয়া একটি সমাধানদাতা প্রতিষ্ঠান “{profile}” সম্পর্কে জানতে চেয়েছে:\n\n{question}\n\nপরিচিত হওয়া সব সমাধানদাতা প্রতিষ্ঠান আপনার উত্তর একসঙ্গে পাবে।', button: 'উত্তর দিন' },
    'question-answered': { subject: '“{profile}” সম্পর্কে একটি প্রশ্নের উত্তর এসেছে', text: 'প্রশ্ন:\n\n{question}\n\nউত্তর:\n\n{answer}\n\nপরিচিত হওয়া সব সমাধানদাতা প্রতিষ্ঠান একই মুহূর্তে এটি পাচ্ছে।', button: 'সব প্রশ্ন দেখুন' },
    alert: { subject: '“{search}” অনুসন্ধানে নতুন মিল: {title}', text: '“{search}” অনুসন্ধানে একটি নতুন মিল পাওয়া গেছে ({band}):\n\n{title}\n\n{reasons}', button: 'মিলটি দেখুন' },
    digest: { subject: '“{search}” অনুসন্ধানে নতুন মিল: {count}টি', text: '“{search}” অনুসন্ধানে নতুন মিল:\n\n{titles}', button: 'মিলগুলো দেখুন' },
    'webhook-paused': { subject: 'একটি ওয়েবহুক স্থগিত করা হয়েছে', text: '{host}-এ ওয়েবহুক পাঠানো {day} থেকে ব্যর্থ হচ্ছে, তাই এটি স্থগিত করা হয়েছে।\n\n{reason}\n\nকিছুই হারায়নি: যা পৌঁছায়নি, তা আবার পাঠানো যাবে।', button: 'পাঠানোর বিবরণ দেখুন' },
    'second-factor-changed': { subject: 'আপনার দ্বিতীয় ধাপের যাচাই পরিবর্তন করা হয়েছে', text: 'আপনার অ্যাকাউন্টের দ্বিতীয় ধাপের যাচাই চালু বা বন্ধ করা হয়েছে, অথবা নতুন পুনরুদ্ধার কোড নেওয়া হয়েছে।\n\nআপনি নিজে পরিবর্তন না করে থাকলে এখনই নতুন পাসওয়ার্ড দিন এবং WICC সচিবালয়কে জানান।', button: 'আপনার অ্যাকাউন্ট দেখুন' },
    'verification-revoked': { subject: '{organisation}-এর যাচাই প্রত্যাহার করা হয়েছে', text: 'WICC সচিবালয় {organisation}-এর যাচাই প্রত্যাহার করেছে।\n\n{reason}\n\nপ্রকাশিত সবকিছু আগের মতোই থাকবে; তবে আবার যাচাই না হওয়া পর্যন্ত নতুন প্রোফাইল প্রকাশ বা পরিচিতির অনুরোধ করা যাবে না।', button: 'প্রতিষ্ঠানটি দেখুন' },
    'organisation-suspended': { subject: '{organisation} স্থগিত করা হয়েছে', text: 'WICC সচিবালয় {organisation}-এর কার্যক্রম স্থগিত করেছে। আপাতত শুধু পড়া যাবে।\n\n{reason}', button: 'প্রতিষ্ঠানটি দেখুন' },
    'organisation-reinstated': { subject: '{organisation} আর স্থগিত নেই', text: 'WICC সচিবালয় {organisation}-এর স্থগিতাদেশ তুলে নিয়েছে।\n\n{reason}', button: 'প্রতিষ্ঠানটি দেখুন' },
    'introduction-cap-changed': { subject: '{organisation}-এর পরিচিতির অনুরোধের সীমা', text: 'একসঙ্গে {organisation}-এর কতটি পরিচিতির অনুরোধ চলমান থাকতে পারে, সেই সীমা WICC সচিবালয় পরিবর্তন করেছে।\n\n{reason}', button: 'প্রতিষ্ঠানটি দেখুন' }
  },
  frame: {
    greeting: 'প্রিয় {name},',
    link: '{button}:',
    why: 'WICC সংযোগ সেবায় আপনার অ্যাকাউন্ট আছে, অথবা কেউ এই ঠিকানাটি দিয়েছেন; তাই আপনি এই ই-মেইল পাচ্ছেন।',
    stop: 'এ ধরনের ই-মেইল বন্ধ করুন'
  },
  words: {
    role: { owner: 'অ্যাকাউন্ট ব্যবস্থাপক', editor: 'সম্পাদনাকারী', viewer: 'দর্শক' },
    method: { 'official-domain': 'প্রতিষ্ঠানের দাপ্তরিক ই-মেইল ডোমেইন', document: 'নথি', secretariat: 'WICC সচিবালয়ের নিজস্ব যাচাই' },
    purpose: { exchange: 'অভিজ্ঞতা বিনিময়', 'explore-solution': 'একটি সমাধান সম্পর্কে জানা', 'joint-work': 'একসঙ্গে কাজ করা', finance: 'অর্থায়ন', knowledge: 'জ্ঞান বিনিময়', other: 'অন্য উদ্দেশ্য' },
    decline: { 'not-now': 'এই মুহূর্তে সম্ভব নয়', 'no-capacity': 'যথেষ্ট সক্ষমতা নেই', 'not-a-fit': 'উপযোগী নয়', 'already-solved': 'সমস্যাটির সমাধান হয়ে গেছে', 'outside-mandate': 'এখতিয়ারের বাইরে', 'conflict-of-interest': 'স্বার্থের সংঘাত', 'too-little-said': 'যথেষ্ট তথ্য দেওয়া হয়নি', other: 'অন্য কারণ' },
    outcome: { none: 'কোনো ফল হয়নি', exchange: 'অভিজ্ঞতা বিনিময় হয়েছে', pilot: 'পরীক্ষামূলক প্রকল্প', 'market-sounding': 'বাজার যাচাই', tender: 'দরপত্র', contract: 'চুক্তি' },
    flag: { spam: 'অবাঞ্ছিত প্রচার', 'contact-details': 'উন্মুক্ত লেখায় যোগাযোগের তথ্য', false: 'তথ্য সঠিক নয়', offensive: 'আপত্তিকর', duplicate: 'একই প্রোফাইল আগে থেকে আছে', 'off-topic': 'অপ্রাসঙ্গিক', other: 'অন্য কারণ' },
    appeal: { upheld: 'আগের সিদ্ধান্ত বহাল', overturned: 'আগের সিদ্ধান্ত প্রত্যাহার' },
    band: { strong: 'জোরালো', good: 'ভালো', possible: 'সম্ভাব্য' }
  }
}
