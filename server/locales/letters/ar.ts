import type { Letters } from './en.ts'

/** Nouns stand where a verb would have to know whether it speaks of a man, a woman, a city or a company. */
export const ar: Letters = {
  letters: {
    'confirm-address': { subject: 'تأكيد عنوان بريدكم الإلكتروني', text: 'ورد إلينا طلب تسجيل في خدمة WICC للمواءمة بهذا العنوان. إن كان الطلب منكم، فيُرجى تأكيد العنوان عبر الرابط أدناه. مدة سريان الرابط بالساعات: {hours}.\n\nوإن لم يكن الطلب منكم، فلا يلزم أي إجراء: يبقى الحساب مغلقًا ما لم يصلنا تأكيدكم.', button: 'تأكيد العنوان' },
    'already-registered': { subject: 'لديكم حساب بالفعل', text: 'ورد إلينا طلب تسجيل في خدمة WICC للمواءمة بهذا العنوان، غير أن هذا العنوان مرتبط بحساب قائم. يمكنكم تسجيل الدخول، أو تعيين كلمة مرور جديدة في حال نسيانها.\n\nوإن لم يكن الطلب منكم، فلا يلزم أي إجراء.', button: 'تسجيل الدخول' },
    'reset-password': { subject: 'تعيين كلمة مرور جديدة', text: 'ورد إلينا طلب تعيين كلمة مرور جديدة لحسابكم. إن كان الطلب منكم، فيُرجى تعيينها عبر الرابط أدناه. مدة سريان الرابط بالساعات: {hours}.\n\nوإن لم يكن الطلب منكم، فلا يلزم أي إجراء: تبقى كلمة المرور كما هي.', button: 'تعيين كلمة مرور جديدة' },
    'password-changed': { subject: 'تغيير كلمة المرور لحسابكم', text: 'جرى تغيير كلمة المرور لحسابكم، وأُنهيت جميع الجلسات الأخرى.\n\nإن لم يكن التغيير منكم، فيُرجى تعيين كلمة مرور جديدة على الفور وإبلاغ الأمانة العامة.', button: 'عرض الجلسات' },
    invitation: { subject: 'دعوة للانضمام إلى {organisation}', text: 'وصلتكم دعوة من {inviter} للانضمام إلى {organisation} في خدمة WICC للمواءمة بصلاحية {role}. مدة سريان الدعوة بالأيام: {days}.', button: 'قبول الدعوة' },
    'role-changed': { subject: 'صلاحيتكم الآن في {organisation}: {role}', text: 'جرى تغيير صلاحيتكم في {organisation}، وهي الآن: {role}.', button: 'عرض الجهة' },
    'member-removed': { subject: 'انتهاء عضويتكم في {organisation}', text: 'أُنهيت عضويتكم في {organisation}. ويبقى حسابكم وكل ما يخصكم كما هو.', button: 'عرض الحساب' },
    'verification-asked': { subject: 'طلب توثيق من {organisation}', text: 'ورد طلب توثيق من {organisation}. وسيلة التوثيق: {method}.\n\n{evidence}', button: 'البتّ في الطلب' },
    'verification-granted': { subject: 'تم توثيق {organisation}', text: 'أتمّت الأمانة العامة توثيق {organisation}. ويمكنكم الآن نشر ملفاتكم وطلب التعارف.\n\n{reason}', button: 'عرض الجهة' },
    'verification-refused': { subject: 'تعذّر توثيق {organisation}', text: 'تعذّر على الأمانة العامة توثيق {organisation}.\n\n{reason}\n\nويمكنكم تقديم طلب جديد.', button: 'تقديم طلب جديد' },
    'flag-raised': { subject: 'بلاغ عن ملف: {profile}', text: 'ورد بلاغ عن الملف «{profile}» ({reason}).\n\n{words}', button: 'البتّ في البلاغ' },
    'profile-hidden': { subject: 'حجب ملف بقرار من الأمانة العامة: {profile}', text: 'حجبت الأمانة العامة الملف «{profile}».\n\n{reason}\n\nويحق لكم التظلّم مرة واحدة.', button: 'عرض الملف' },
    'profile-returned': { subject: 'إعادة ملف إليكم لتعديله: {profile}', text: 'أعادت الأمانة العامة الملف «{profile}» إلى حالة المسودة، وترجو منكم تعديله.\n\n{reason}\n\nويحق لكم التظلّم مرة واحدة.', button: 'تعديل الملف' },
    'appeal-made': { subject: 'تظلّم بشأن «{profile}»', text: 'ورد من {organisation} تظلّم من القرار المتعلق بالملف «{profile}».\n\n{words}', button: 'البتّ في التظلّم' },
    'appeal-decided': { subject: 'صدور القرار في تظلّمكم: {profile}', text: 'بتّت الأمانة العامة في تظلّمكم بشأن الملف «{profile}» ({outcome}).\n\n{reason}', button: 'عرض القرار' },
    'introduction-requested': { subject: 'طلب تعارف من {organisation}', text: 'ورد إليكم طلب تعارف من {organisation} بشأن «{profile}» ({purpose}).\n\n{message}\n\nيمكنكم الرد حتى {day}. ولا تظهر بيانات الاتصال للطرفين إلا بموافقة الجميع.', button: 'الرد على الطلب' },
    'introduction-reminder': { subject: 'طلب من {organisation} بانتظار ردكم', text: 'سبق أن ورد إليكم طلب تعارف من {organisation} بشأن «{profile}»، وتنتهي مهلته في {day}. والاعتذار مع بيان السبب أنفع للجهة الطالبة من عدم الرد.', button: 'الرد على الطلب' },
    'introduction-accepted': { subject: 'تم التعارف: {organisation}', text: 'وافق الجميع على التعارف بشأن «{profile}». ويمكنكم الآن الاطلاع على ما يفصح عنه الطرف الآخر وتبادل الرسائل معه.', button: 'فتح المحادثة' },
    'introduction-declined': { subject: 'اعتذار من {organisation}', text: 'نفيدكم باعتذار {organisation} عن التعارف بشأن «{profile}» ({reason}).\n\n{words}', button: 'عرض الطلب' },
    'introduction-expired': { subject: 'انتهاء مهلة طلب: {profile}', text: 'انتهت مهلة طلب التعارف بشأن «{profile}» دون رد.', button: 'عرض الطلب' },
    'introduction-withdrawn': { subject: 'انسحاب من التعارف: {organisation}', text: 'نفيدكم بانسحاب {organisation} من التعارف بشأن «{profile}».\n\n{words}', button: 'عرض التفاصيل' },
    'introduction-closed': { subject: 'إغلاق التعارف: {profile}', text: 'أُغلق التعارف بشأن «{profile}» بطلب من {organisation} ({outcome}).\n\n{words}', button: 'عرض التفاصيل' },
    message: { subject: 'رسالة من {organisation} بشأن «{profile}»', text: 'وصلتكم رسالة من {organisation} ضمن التعارف بشأن «{profile}».', button: 'قراءة الرسالة' },
    'question-asked': { subject: 'سؤال عن «{profile}»', text: 'ورد سؤال عن «{profile}» من أحد مقدمي الحلول الذين تم التعارف معهم:\n\n{question}\n\nويصل ردكم إلى جميع مقدمي الحلول الذين تم التعارف معهم في الوقت نفسه.', button: 'الإجابة عن السؤال' },
    'question-answered': { subject: 'إجابة عن سؤال بشأن «{profile}»', text: 'السؤال:\n\n{question}\n\nالإجابة:\n\n{answer}\n\nوتصل هذه الإجابة إلى جميع مقدمي الحلول الذين تم التعارف معهم في اللحظة نفسها.', button: 'عرض جميع الأسئلة' },
    alert: { subject: 'نتيجة جديدة في «{search}»: {title}', text: 'نتيجة جديدة للبحث «{search}» ({band}):\n\n{title}\n\n{reasons}', button: 'عرض النتيجة' },
    digest: { subject: 'نتائج جديدة في «{search}»: {count}', text: 'نتائج جديدة للبحث «{search}»:\n\n{titles}', button: 'عرض النتائج' },
    'webhook-paused': { subject: 'إيقاف خطاف ويب (webhook) مؤقتًا', text: 'يتعذّر التسليم عبر خطاف الويب (webhook) إلى {host} منذ {day}، ولذلك أُوقف مؤقتًا.\n\n{reason}\n\nولم يُفقد شيء: يمكن إعادة إرسال ما لم يُسلَّم.', button: 'عرض عمليات التسليم' },
    'second-factor-changed': { subject: 'تغيير في التحقق بخطوتين لحسابكم', text: 'جرى تفعيل التحقق بخطوتين لحسابكم أو إيقافه أو إصدار رموز استرداد جديدة له.\n\nإن لم يكن التغيير منكم، فيُرجى تعيين كلمة مرور جديدة على الفور وإبلاغ الأمانة العامة.', button: 'عرض الحساب' },
    'verification-revoked': { subject: 'سحب توثيق {organisation}', text: 'سحبت الأمانة العامة توثيق {organisation}.\n\n{reason}\n\nويبقى ما نُشر كما هو، أما نشر ملفات جديدة وطلب التعارف فيتطلبان توثيقًا جديدًا.', button: 'عرض الجهة' },
    'organisation-suspended': { subject: 'تعليق صلاحيات {organisation}', text: 'علّقت الأمانة العامة صلاحيات {organisation}، ويقتصر الأمر حاليًا على الاطلاع.\n\n{reason}', button: 'عرض الجهة' },
    'organisation-reinstated': { subject: 'رفع التعليق عن {organisation}', text: 'رفعت الأمانة العامة التعليق عن {organisation}.\n\n{reason}', button: 'عرض الجهة' },
    'introduction-cap-changed': { subject: 'تعديل حد طلبات التعارف: {organisation}', text: 'عدّلت الأمانة العامة الحد الأقصى لطلبات التعارف المفتوحة لدى {organisation}.\n\n{reason}', button: 'عرض الجهة' }
  },
  frame: {
    greeting: 'تحية طيبة، {name}',
    link: '{button}:',
    why: 'تصلكم هذه الرسالة من خدمة WICC للمواءمة لأن لديكم حسابًا فيها، أو لأن هذا العنوان أُدخل فيها.',
    stop: 'إيقاف هذه الرسائل'
  },
  words: {
    role: { owner: 'الإدارة الكاملة', editor: 'التحرير', viewer: 'الاطلاع' },
    method: { 'official-domain': 'نطاق البريد الإلكتروني الرسمي', document: 'وثيقة', secretariat: 'الأمانة العامة' },
    purpose: { exchange: 'تبادل الخبرات', 'explore-solution': 'الاطلاع على حل', 'joint-work': 'العمل المشترك', finance: 'التمويل', knowledge: 'المعرفة', other: 'غرض آخر' },
    decline: { 'not-now': 'الوقت غير مناسب', 'no-capacity': 'عدم توفر القدرة الكافية', 'not-a-fit': 'عدم الملاءمة', 'already-solved': 'المشكلة محلولة بالفعل', 'outside-mandate': 'خارج نطاق الاختصاص', 'conflict-of-interest': 'تضارب في المصالح', 'too-little-said': 'المعلومات المقدمة غير كافية', other: 'سبب آخر' },
    outcome: { none: 'دون نتيجة', exchange: 'تبادل للخبرات', pilot: 'مشروع تجريبي', 'market-sounding': 'استطلاع للسوق', tender: 'مناقصة', contract: 'عقد' },
    flag: { spam: 'محتوى غير مرغوب فيه', 'contact-details': 'بيانات اتصال في نص متاح للعموم', false: 'معلومات غير صحيحة', offensive: 'محتوى مسيء', duplicate: 'ملف مكرر', 'off-topic': 'خارج الموضوع', other: 'سبب آخر' },
    appeal: { upheld: 'تأييد القرار', overturned: 'إلغاء القرار' },
    band: { strong: 'تطابق قوي', good: 'تطابق جيد', possible: 'تطابق محتمل' }
  }
}
