import type { Letters } from './en.ts'

export const zh: Letters = {
  letters: {
    'confirm-address': { subject: '请确认您的电子邮箱地址', text: '我们收到了使用此邮箱地址注册 WICC 对接平台的申请。如为您本人操作，请通过下方链接确认该地址，链接在 {hours} 小时内有效。\n\n如非您本人操作，请忽略本邮件：未经您确认，账户不会启用。', button: '确认邮箱地址' },
    'already-registered': { subject: '您已有账户', text: '我们收到了使用此邮箱地址注册 WICC 对接平台的申请，但该地址已有账户。如为您本人操作，请直接登录；如忘记密码，可重新设置。\n\n如非您本人操作，无需处理。', button: '登录' },
    'reset-password': { subject: '重新设置密码', text: '我们收到了为您的账户重新设置密码的申请。请通过下方链接设置新密码，链接在 {hours} 小时内有效。\n\n如非您本人操作，请忽略本邮件，您的密码不会改变。', button: '设置新密码' },
    'password-changed': { subject: '您的密码已更改', text: '您的账户密码已更改，其他设备上的登录均已失效。\n\n如非您本人操作，请立即重新设置密码，并告知秘书处。', button: '查看登录情况' },
    invitation: { subject: '“{organisation}”邀请您加入', text: '{inviter}邀请您以“{role}”身份加入 WICC 对接平台上的“{organisation}”。邀请在 {days} 天内有效。', button: '接受邀请' },
    'role-changed': { subject: '您在“{organisation}”的角色现为“{role}”', text: '您在“{organisation}”的角色已变更为“{role}”。', button: '查看该机构' },
    'member-removed': { subject: '您已不再是“{organisation}”的成员', text: '您已被移出“{organisation}”。您的账户及其中的个人内容仍予保留。', button: '打开我的账户' },
    'verification-asked': { subject: '“{organisation}”申请认证', text: '“{organisation}”申请认证，认证方式：{method}。\n\n{evidence}', button: '审核' },
    'verification-granted': { subject: '“{organisation}”已通过认证', text: '“{organisation}”已通过秘书处认证。您现在可以发布资料，也可以申请引荐。\n\n{reason}', button: '查看该机构' },
    'verification-refused': { subject: '“{organisation}”未通过认证', text: '“{organisation}”未能通过秘书处认证。\n\n{reason}\n\n您可以再次申请。', button: '再次申请' },
    'flag-raised': { subject: '有资料被举报：{profile}', text: '“{profile}”被举报（{reason}）。\n\n{words}', button: '处理' },
    'profile-hidden': { subject: '资料已被秘书处隐藏：{profile}', text: '秘书处已隐藏“{profile}”。\n\n{reason}\n\n您可以申诉一次。', button: '查看资料' },
    'profile-returned': { subject: '资料已退回修改：{profile}', text: '秘书处已将“{profile}”退回为草稿，请您修改。\n\n{reason}\n\n您可以申诉一次。', button: '修改资料' },
    'appeal-made': { subject: '关于“{profile}”的申诉', text: '“{organisation}”不服有关“{profile}”的决定，提出申诉。\n\n{words}', button: '处理' },
    'appeal-decided': { subject: '您的申诉已有结果：{profile}', text: '秘书处已就您有关“{profile}”的申诉作出决定（{outcome}）。\n\n{reason}', button: '查看结果' },
    'introduction-requested': { subject: '“{organisation}”希望经引荐与您联系', text: '“{organisation}”就“{profile}”申请引荐（{purpose}）。\n\n{message}\n\n请于{day}前答复。各方均同意后，双方才能看到彼此的联系方式。', button: '答复' },
    'introduction-reminder': { subject: '“{organisation}”正在等待您的答复', text: '“{organisation}”此前就“{profile}”申请引荐，该申请将于{day}到期。如不便接受，说明理由也比不予答复更有助于对方。', button: '答复' },
    'introduction-accepted': { subject: '引荐成功：{organisation}', text: '各方均已同意有关“{profile}”的引荐。您现在可以看到对方披露的信息，双方可以互发消息。', button: '打开对话' },
    'introduction-declined': { subject: '“{organisation}”谢绝了引荐', text: '“{organisation}”谢绝了有关“{profile}”的引荐（{reason}）。\n\n{words}', button: '查看申请' },
    'introduction-expired': { subject: '引荐申请已过期：{profile}', text: '有关“{profile}”的引荐申请未在期限内得到答复。', button: '查看申请' },
    'introduction-withdrawn': { subject: '“{organisation}”已退出引荐', text: '“{organisation}”已退出有关“{profile}”的引荐。\n\n{words}', button: '查看详情' },
    'introduction-closed': { subject: '引荐已结束：{profile}', text: '“{organisation}”已结束有关“{profile}”的引荐（{outcome}）。\n\n{words}', button: '查看详情' },
    message: { subject: '“{organisation}”就“{profile}”发来消息', text: '“{organisation}”在有关“{profile}”的引荐中给您发来消息。', button: '阅读消息' },
    'question-asked': { subject: '关于“{profile}”的提问', text: '一家已获引荐的供应方就“{profile}”提问：\n\n{question}\n\n您的答复将同时发送给所有已获引荐的供应方。', button: '答复' },
    'question-answered': { subject: '关于“{profile}”的提问已有答复', text: '提问：\n\n{question}\n\n答复：\n\n{answer}\n\n所有已获引荐的供应方均同时收到本通知。', button: '查看全部提问' },
    alert: { subject: '“{search}”有新匹配：{title}', text: '“{search}”有一项新匹配（{band}）：\n\n{title}\n\n{reasons}', button: '查看' },
    digest: { subject: '“{search}”有 {count} 项新匹配', text: '“{search}”的新匹配：\n\n{titles}', button: '查看全部' },
    'webhook-paused': { subject: '一个 Webhook 已暂停', text: '发往 {host} 的 Webhook 自{day}起持续投递失败，现已暂停。\n\n{reason}\n\n数据没有丢失：未送达的内容可以重新投递。', button: '查看投递记录' },
    'second-factor-changed': { subject: '您的双重验证设置已更改', text: '您账户的双重验证已开启、关闭或生成了新的恢复代码。\n\n如非您本人操作，请立即重新设置密码，并告知秘书处。', button: '查看我的账户' },
    'verification-revoked': { subject: '“{organisation}”的认证已撤销', text: '秘书处已撤销对“{organisation}”的认证。\n\n{reason}\n\n已发布的内容保持不变；重新通过认证之前，不能发布新资料，也不能申请引荐。', button: '查看该机构' },
    'organisation-suspended': { subject: '“{organisation}”已被暂停', text: '秘书处已暂停“{organisation}”的使用权限，目前仅可浏览。\n\n{reason}', button: '查看该机构' },
    'organisation-reinstated': { subject: '“{organisation}”已恢复使用', text: '秘书处已解除对“{organisation}”的暂停。\n\n{reason}', button: '查看该机构' },
    'introduction-cap-changed': { subject: '“{organisation}”的引荐数量上限已调整', text: '秘书处已调整“{organisation}”可同时处理的引荐申请数量上限。\n\n{reason}', button: '查看该机构' }
  },
  frame: {
    greeting: '{name}，您好！',
    link: '{button}：',
    why: '您收到 WICC 对接平台的这封邮件，是因为您拥有账户，或有人填写了此邮箱地址。',
    stop: '不再接收此类邮件'
  },
  words: {
    role: { owner: '管理员', editor: '编辑', viewer: '查看者' },
    method: { 'official-domain': '官方电子邮箱域名', document: '证明文件', secretariat: '由秘书处核实' },
    purpose: { exchange: '交流经验', 'explore-solution': '了解解决方案', 'joint-work': '合作推进', finance: '资金事宜', knowledge: '知识共享', other: '其他目的' },
    decline: { 'not-now': '目前时机不合适', 'no-capacity': '暂无余力', 'not-a-fit': '不够契合', 'already-solved': '问题已解决', 'outside-mandate': '不属于其职责范围', 'conflict-of-interest': '存在利益冲突', 'too-little-said': '所提供的信息不足', other: '其他原因' },
    outcome: { none: '未取得成果', exchange: '已交流经验', pilot: '开展试点', 'market-sounding': '市场调研', tender: '招标', contract: '签订合同' },
    flag: { spam: '垃圾信息', 'contact-details': '公开文字中含有联系方式', false: '内容不实', offensive: '内容不当', duplicate: '重复', 'off-topic': '与主题无关', other: '其他原因' },
    appeal: { upheld: '维持原决定', overturned: '撤销原决定' },
    band: { strong: '高度匹配', good: '较为匹配', possible: '可能匹配' }
  }
}
