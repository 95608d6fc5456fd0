import type { Letters } from './en.ts'

export const th: Letters = {
  letters: {
    'confirm-address': { subject: 'โปรดยืนยันที่อยู่อีเมลของท่าน', text: 'มีผู้นำที่อยู่อีเมลนี้มาลงทะเบียนกับบริการจับคู่ WICC หากเป็นท่าน โปรดยืนยันที่อยู่อีเมลผ่านลิงก์ด้านล่าง ซึ่งใช้ได้ภายใน {hours} ชั่วโมง\n\nหากไม่ใช่ท่าน ไม่ต้องดำเนินการใด ๆ บัญชีจะไม่เปิดใช้งานจนกว่าท่านจะยืนยัน', button: 'ยืนยันที่อยู่อีเมล' },
    'already-registered': { subject: 'ท่านมีบัญชีอยู่แล้ว', text: 'มีผู้นำที่อยู่อีเมลนี้มาลงทะเบียนกับบริการจับคู่ WICC แต่ที่อยู่อีเมลนี้มีบัญชีอยู่แล้ว หากเป็นท่าน โปรดเข้าสู่ระบบ หรือตั้งรหัสผ่านใหม่หากลืมรหัสผ่าน\n\nหากไม่ใช่ท่าน ไม่ต้องดำเนินการใด ๆ', button: 'เข้าสู่ระบบ' },
    'reset-password': { subject: 'ตั้งรหัสผ่านใหม่', text: 'มีผู้ขอตั้งรหัสผ่านใหม่สำหรับบัญชีของท่าน หากเป็นท่าน โปรดตั้งรหัสผ่านใหม่ผ่านลิงก์ด้านล่าง ซึ่งใช้ได้ภายใน {hours} ชั่วโมง\n\nหากไม่ใช่ท่าน ไม่ต้องดำเนินการใด ๆ รหัสผ่านของท่านจะยังคงเดิม', button: 'ตั้งรหัสผ่านใหม่' },
    'password-changed': { subject: 'รหัสผ่านของท่านถูกเปลี่ยนแล้ว', text: 'รหัสผ่านของบัญชีท่านถูกเปลี่ยนแล้ว และการเข้าสู่ระบบบนอุปกรณ์อื่นสิ้นสุดลงทั้งหมด\n\nหากท่านไม่ได้เป็นผู้เปลี่ยน โปรดตั้งรหัสผ่านใหม่ทันทีและแจ้งฝ่ายเลขานุการ', button: 'ดูการเข้าสู่ระบบ' },
    invitation: { subject: '{organisation} เชิญท่านเข้าร่วม', text: '{inviter} เชิญท่านเข้าร่วม {organisation} ในบริการจับคู่ WICC ในฐานะ{role} คำเชิญนี้ใช้ได้ภายใน {days} วัน', button: 'ตอบรับคำเชิญ' },
    'role-changed': { subject: 'ขณะนี้บทบาทของท่านใน {organisation} คือ{role}', text: 'บทบาทของท่านใน {organisation} เปลี่ยนเป็น{role}แล้ว', button: 'ดูข้อมูลหน่วยงาน' },
    'member-removed': { subject: 'ท่านไม่ได้เป็นสมาชิกของ {organisation} แล้ว', text: 'ท่านพ้นจากการเป็นสมาชิกของ {organisation} แล้ว บัญชีและข้อมูลที่เป็นของท่านยังคงอยู่', button: 'เปิดบัญชีของท่าน' },
    'verification-asked': { subject: '{organisation} ขอยืนยันตัวตน', text: '{organisation} ขอยืนยันตัวตนโดยใช้{method}\n\n{evidence}', button: 'พิจารณาคำขอ' },
    'verification-granted': { subject: '{organisation} ผ่านการยืนยันตัวตนแล้ว', text: 'ฝ่ายเลขานุการได้ยืนยันตัวตนของ {organisation} แล้ว ท่านสามารถเผยแพร่โปรไฟล์และขอทำความรู้จักกับหน่วยงานอื่นได้\n\n{reason}', button: 'ดูข้อมูลหน่วยงาน' },
    'verification-refused': { subject: '{organisation} ไม่ผ่านการยืนยันตัวตน', text: 'ฝ่ายเลขานุการไม่สามารถยืนยันตัวตนของ {organisation} ได้\n\n{reason}\n\nท่านสามารถยื่นคำขอใหม่ได้', button: 'ยื่นคำขอใหม่' },
    'flag-raised': { subject: 'มีการรายงานโปรไฟล์: {profile}', text: 'มีผู้รายงานโปรไฟล์ “{profile}” ({reason})\n\n{words}', button: 'พิจารณา' },
    'profile-hidden': { subject: 'ฝ่ายเลขานุการซ่อนโปรไฟล์: {profile}', text: 'ฝ่ายเลขานุการได้ซ่อนโปรไฟล์ “{profile}”\n\n{reason}\n\nท่านยื่นอุทธรณ์ได้หนึ่งครั้ง', button: 'ดูโปรไฟล์' },
    'profile-returned': { subject: 'ส่งคืนโปรไฟล์ให้ท่านแก้ไข: {profile}', text: 'ฝ่ายเลขานุการได้เปลี่ยนโปรไฟล์ “{profile}” กลับเป็นฉบับร่าง และขอให้ท่านแก้ไข\n\n{reason}\n\nท่านยื่นอุทธรณ์ได้หนึ่งครั้ง', button: 'แก้ไขโปรไฟล์' },
    'appeal-made': { subject: 'คำอุทธรณ์เกี่ยวกับ {profile}', text: '{organisation} ยื่นอุทธรณ์คำวินิจฉัยเกี่ยวกับ “{profile}”\n\n{words}', button: 'พิจารณาคำอุทธรณ์' },
    'appeal-decided': { subject: 'ผลการพิจารณาคำอุทธรณ์ของท่าน: {profile}', text: 'ฝ่ายเลขานุการได้พิจารณาคำอุทธรณ์ของท่านเกี่ยวกับ “{profile}” แล้ว ({outcome})\n\n{reason}', button: 'ดูผลการพิจารณา' },
    'introduction-requested': { subject: '{organisation} ขอทำความรู้จักกับท่าน', text: '{organisation} ขอทำความรู้จักกับท่านเพื่อหารือเรื่อง “{profile}” ({purpose})\n\n{message}\n\nท่านสามารถตอบได้ถึงวันที่ {day} ข้อมูลติดต่อจะแสดงแก่ทั้งสองฝ่ายเมื่อทุกฝ่ายเห็นชอบแล้วเท่านั้น', button: 'ตอบคำขอ' },
    'introduction-reminder': { subject: '{organisation} กำลังรอคำตอบจากท่าน', text: '{organisation} ได้ขอทำความรู้จักกับท่านเพื่อหารือเรื่อง “{profile}” คำขอนี้จะหมดอายุในวันที่ {day} การปฏิเสธพร้อมเหตุผลเป็นประโยชน์แก่อีกฝ่ายมากกว่าการไม่ตอบ', button: 'ตอบคำขอ' },
    'introduction-accepted': { subject: 'ทำความรู้จักกันแล้ว: {organisation}', text: 'ทุกฝ่ายเห็นชอบคำขอทำความรู้จักเรื่อง “{profile}” แล้ว ขณะนี้ท่านสามารถดูข้อมูลที่อีกฝ่ายเปิดเผย และส่งข้อความถึงกันได้', button: 'เปิดการสนทนา' },
    'introduction-declined': { subject: '{organisation} ปฏิเสธคำขอทำความรู้จัก', text: '{organisation} ปฏิเสธคำขอทำความรู้จักเรื่อง “{profile}” ({reason})\n\n{words}', button: 'ดูคำขอ' },
    'introduction-expired': { subject: 'คำขอทำความรู้จักหมดอายุแล้ว: {profile}', text: 'คำขอทำความรู้จักเรื่อง “{profile}” ไม่ได้รับคำตอบภายในกำหนด', button: 'ดูคำขอ' },
    'introduction-withdrawn': { subject: '{organisation} ถอนตัวจากการทำความรู้จักแล้ว', text: '{organisation} ถอนตัวจากการทำความรู้จักเรื่อง “{profile}” แล้ว\n\n{words}', button: 'ดูรายละเอียด' },
    'introduction-closed': { subject: 'สิ้นสุดการทำความรู้จัก: {profile}', text: '{organisation} ได้ปิดการทำความรู้จักเรื่อง “{profile}” แล้ว ({outcome})\n\n{words}', button: 'ดูรายละเอียด' },
    message: { subject: '{organisation} ส่งข้อความถึงท่านเรื่อง {profile}', text: '{organisation} ได้ส่งข้อความถึงท่านในการทำความรู้จักเรื่อง “{profile}”', button: 'อ่านข้อความ' },
    'question-asked': { subject: 'คำถามเกี่ยวกับ {profile}', text: 'ผู้ให้บริการรายหนึ่งที่ได้ทำความรู้จักกับท่านแล้วมีคำถามเกี่ยวกับ “{profile}”:\n\n{question}\n\nคำตอบของท่านจะส่งถึงผู้ให้บริการทุกรายที่ได้ทำความรู้จักกับท่านแล้วพร้อมกัน', button: 'ตอบคำถาม' },
    'question-answered': { subject: 'มีคำตอบสำหรับคำถามเกี่ยวกับ {profile}', text: 'คำถาม:\n\n{question}\n\nคำตอบ:\n\n{answer}\n\nผู้ให้บริการทุกรายที่ได้ทำความรู้จักแล้วได้รับข้อความนี้พร้อมกัน', button: 'ดูคำถามทั้งหมด' },
    alert: { subject: 'ผลจับคู่ใหม่สำหรับ “{search}”: {title}', text: 'มีผลจับคู่ใหม่สำหรับ “{search}” ({band}):\n\n{title}\n\n{reasons}', button: 'ดูผลจับคู่' },
    digest: { subject: 'ผลจับคู่ใหม่สำหรับ “{search}”: {count} รายการ', text: 'ผลจับคู่ใหม่สำหรับ “{search}”:\n\n{titles}', button: 'ดูทุกรายการ' },
    'webhook-paused': { subject: 'เว็บฮุกถูกระงับชั่วคราว', text: 'การส่งเว็บฮุกไปยัง {host} ล้มเหลวตั้งแต่วันที่ {day} จึงถูกระงับชั่วคราว\n\n{reason}\n\nไม่มีข้อมูลสูญหาย รายการที่ยังส่งไม่สำเร็จสามารถส่งซ้ำได้', button: 'ดูประวัติการส่ง' },
    'second-factor-changed': { subject: 'การยืนยันตัวตนสองขั้นตอนของท่านมีการเปลี่ยนแปลง', text: 'มีการเปิดหรือปิดการยืนยันตัวตนสองขั้นตอนของบัญชีท่าน หรือมีการออกรหัสกู้คืนใหม่\n\nหากท่านไม่ได้เป็นผู้ดำเนินการ โปรดตั้งรหัสผ่านใหม่ทันทีและแจ้งฝ่ายเลขานุการ', button: 'ดูบัญชีของท่าน' },
    'verification-revoked': { subject: '{organisation} ถูกเพิกถอนการยืนยันตัวตน', text: 'ฝ่ายเลขานุการได้เพิกถอนการยืนยันตัวตนของ {organisation}\n\n{reason}\n\nสิ่งที่เผยแพร่แล้วยังคงอยู่ แต่จะเผยแพร่โปรไฟล์ใหม่หรือขอทำความรู้จักได้เมื่อผ่านการยืนยันตัวตนอีกครั้ง', button: 'ดูข้อมูลหน่วยงาน' },
    'organisation-suspended': { subject: '{organisation} ถูกระงับการใช้งาน', text: 'ฝ่ายเลขานุการได้ระงับการใช้งานของ {organisation} โดยขณะนี้อ่านข้อมูลได้เท่านั้น\n\n{reason}', button: 'ดูข้อมูลหน่วยงาน' },
    'organisation-reinstated': { subject: '{organisation} พ้นจากการระงับการใช้งานแล้ว', text: 'ฝ่ายเลขานุการได้ยกเลิกการระงับการใช้งานของ {organisation} แล้ว\n\n{reason}', button: 'ดูข้อมูลหน่วยงาน' },
    'introduction-cap-changed': { subject: 'ปรับจำนวนคำขอทำความรู้จักของ {organisation}', text: 'ฝ่ายเลขานุการได้เปลี่ยนจำนวนคำขอทำความรู้จักที่ {organisation} มีค้างอยู่พร้อมกันได้\n\n{reason}', button: 'ดูข้อมูลหน่วยงาน' }
  },
  frame: {
    greeting: 'เรียน {name}',
    link: '{button}:',
    why: 'ท่านได้รับอีเมลนี้จากบริการจับคู่ WICC เนื่องจากท่านมีบัญชี หรือมีผู้ให้ที่อยู่อีเมลนี้ไว้',
    stop: 'ยกเลิกการรับอีเมลประเภทนี้'
  },
  words: {
    role: { owner: 'ผู้ดูแล', editor: 'ผู้แก้ไข', viewer: 'ผู้เข้าชม' },
    method: { 'official-domain': 'โดเมนอีเมลทางการของหน่วยงาน', document: 'เอกสาร', secretariat: 'การตรวจสอบของฝ่ายเลขานุการ' },
    purpose: { exchange: 'แลกเปลี่ยนประสบการณ์', 'explore-solution': 'ศึกษาแนวทางแก้ปัญหา', 'joint-work': 'ทำงานร่วมกัน', finance: 'เรื่องเงินทุน', knowledge: 'เรื่ององค์ความรู้', other: 'วัตถุประสงค์อื่น' },
    decline: { 'not-now': 'ยังไม่ใช่เวลานี้', 'no-capacity': 'มีกำลังไม่เพียงพอ', 'not-a-fit': 'ไม่สอดคล้องกัน', 'already-solved': 'แก้ปัญหาได้แล้ว', 'outside-mandate': 'อยู่นอกอำนาจหน้าที่', 'conflict-of-interest': 'มีผลประโยชน์ทับซ้อน', 'too-little-said': 'ข้อมูลที่ให้มาไม่เพียงพอ', other: 'เหตุผลอื่น' },
    outcome: { none: 'ไม่มีผลสืบเนื่อง', exchange: 'ได้แลกเปลี่ยนประสบการณ์', pilot: 'โครงการนำร่อง', 'market-sounding': 'การสำรวจตลาด', tender: 'การประกวดราคา', contract: 'สัญญา' },
    flag: { spam: 'สแปม', 'contact-details': 'มีข้อมูลติดต่อในข้อความที่เปิดเผย', false: 'ข้อมูลไม่เป็นความจริง', offensive: 'เนื้อหาไม่เหมาะสม', duplicate: 'ซ้ำกับรายการอื่น', 'off-topic': 'ไม่ตรงประเด็น', other: 'เหตุผลอื่น' },
    appeal: { upheld: 'ยืนตามคำวินิจฉัยเดิม', overturned: 'เพิกถอนคำวินิจฉัยเดิม' },
    band: { strong: 'ตรงกันมาก', good: 'ตรงกันดี', possible: 'อาจตรงกัน' }
  }
}
