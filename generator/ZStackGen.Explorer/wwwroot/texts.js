const texts = {
  en: {
    title: 'ZStack API explorer', skip: 'Skip to content', pages: 'Pages', apis: 'APIs', changes: 'Changes', scalar: 'Scalar', theme: 'Light / dark',
    search: 'Search APIs', all: '{0} APIs', found: '{0} of {1} APIs', none: 'No results. The search covers names, paths, parameters, descriptions and versions.',
    login: 'Log in', logout: 'Log out {0}', loginTitle: 'Log in', account: 'Account', password: 'Password', loginHint: 'The account of the simulator is admin, its password is “password”. The session is kept only in this tab.',
    or: 'or', sessionUuid: 'Session UUID', cancel: 'Cancel', loginFailed: 'Login failed: {0}', noCrypto: 'Browsers hash passwords only on localhost or over HTTPS. Log in elsewhere and enter the UUID of the session.',
    required: 'required', parameters: 'Parameters', response: 'Response', example: 'Response example', history: 'Change history', name: 'Name', type: 'Type', place: 'In', description: 'Description', since: 'Since', values: 'Values',
    noParameters: 'No parameters.', emptyResponse: 'The response is empty.', sinceBadge: 'since {0}', sinceAtMost: 'since {0} or earlier', sinceInferred: 'probably since {0}', atMost: '(or earlier)', inferred: '(probably)', deprecated: 'deprecated', removed: 'removed', sync: 'synchronous', async: 'asynchronous', query: 'query', noSession: 'no session', needsSession: 'session',
    asyncHint: 'Responds with 202 and a job. The result of the finished job is described below.', fields: '{0}: {1} fields', extends: 'Extends {0}. The inherited fields come first.',
    tryIt: 'Try it out', send: 'Send', stop: 'Stop waiting', optional: 'Optional parameters ({0})', simulator: 'Requests go to the built-in simulator, never to a cloud.', notSet: 'not set', pick: 'Log in to choose from existing resources.',
    notInteger: 'Enter an integer.', notNumber: 'Enter a number.', notJson: 'Invalid JSON: {0}', missing: 'Required.', lines: 'One value per line.', jsonHint: 'JSON.', loginFirst: 'This API requires a session. Log in first.',
    sending: 'Sending…', running: 'The job {0} is running ({1} s)…', stopped: 'Stopped waiting. The job is still running.', done: '{0} {1} in {2} ms', jobDone: 'Job done after {0} ms, {1} polls', unreachable: 'No response: {0}', sessionTaken: 'The new session is now in use.',
    samples: 'Request', copy: 'Copy', copied: 'Copied', copyPath: 'Copy the path', sampleOf: 'Sample in {0}',
    changesTitle: 'Changes by version', changesIntro: 'The additions, deprecations and removals of each version, as stated by the pages.',
    kindApi: 'APIs', kindParameter: 'Parameters', kindResult: 'Response fields', kindType: 'Types', kindField: 'Fields', noHistory: 'No page states a version.',
    usedBy: 'Used by', structure: 'Structure', notFound: 'Page not found: {0}', failed: 'Loading failed: {0}', welcome: '{0} APIs in {1} categories, generated from documentation pages. Select an API, or press / to search.',
    howTo: 'Log in, open an API and press Send. The built-in simulator responds like ZStack. Jobs of asynchronous APIs are polled until they finish.', categories: 'Categories', sessionExpired: 'The session has expired. Log in again.',
  },
  zh: {
    title: 'ZStack API 浏览器', skip: '跳到正文', pages: '页面', apis: 'API', changes: '变更', scalar: 'Scalar', theme: '浅色 / 深色',
    search: '搜索 API', all: '{0} 个 API', found: '{0} / {1} 个 API', none: '没有结果。搜索范围:名称、路径、参数、描述、版本。',
    login: '登录', logout: '退出 {0}', loginTitle: '登录', account: '账户', password: '密码', loginHint: '模拟器内置账户 admin,密码为 “password”。会话只保存在此标签页。',
    or: '或', sessionUuid: '会话 UUID', cancel: '取消', loginFailed: '登录失败:{0}', noCrypto: '浏览器只在 localhost 或 HTTPS 下计算密码摘要。请在别处登录后填写会话 UUID。',
    required: '必填', parameters: '参数', response: '返回', example: '返回示例', history: '变更历史', name: '名称', type: '类型', place: '位置', description: '描述', since: '起始版本', values: '可选值',
    noParameters: '没有参数。', emptyResponse: '返回为空。', sinceBadge: '{0} 起', sinceAtMost: '{0} 或更早', sinceInferred: '可能 {0} 起', atMost: '(或更早)', inferred: '(推断)', deprecated: '已弃用', removed: '已移除', sync: '同步', async: '异步', query: '查询', noSession: '无需会话', needsSession: '需要会话',
    asyncHint: '先返回 202 和任务;下面描述的是任务完成后的结果。', fields: '{0}:{1} 个字段', extends: '继承 {0},其字段列在前面。',
    tryIt: '试一试', send: '发送', stop: '停止等待', optional: '可选参数({0})', simulator: '请求只发往本页的模拟器,不会发往真实云平台。', notSet: '未设置', pick: '登录后可选择已有资源。',
    notInteger: '请输入整数。', notNumber: '请输入数字。', notJson: '不是合法 JSON:{0}', missing: '必填。', lines: '每行一个值。', jsonHint: 'JSON。', loginFirst: '此 API 需要会话,请先登录。',
    sending: '发送中…', running: '任务 {0} 执行中({1} 秒)…', stopped: '已停止等待,任务仍在执行。', done: '{0} {1},{2} 毫秒', jobDone: '任务完成,用时 {0} 毫秒,轮询 {1} 次', unreachable: '无响应:{0}', sessionTaken: '已使用新会话。',
    samples: '请求', copy: '复制', copied: '已复制', copyPath: '复制路径', sampleOf: '{0} 示例',
    changesTitle: '各版本的变更', changesIntro: '各版本新增、弃用和移除的内容,以页面标明的为准。',
    kindApi: 'API', kindParameter: '参数', kindResult: '返回字段', kindType: '类型', kindField: '字段', noHistory: '页面没有标明版本。',
    usedBy: '引用此结构的 API', structure: '数据结构', notFound: '页面不存在:{0}', failed: '加载失败:{0}', welcome: '{1} 个分类,共 {0} 个 API,由文档页面生成。请选择一个,或按 / 搜索。',
    howTo: '登录,打开一个 API,点击发送:内置模拟器会像 ZStack 一样响应。异步 API 会轮询至任务完成。', categories: '分类', sessionExpired: '会话已失效,请重新登录。',
  },
};

function stored() {
  try {
    return localStorage.getItem('language');
  } catch {
    return null;
  }
}

let language = stored() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
if (!(language in texts)) {
  language = 'en';
}

export function t(key, ...values) {
  return texts[language][key].replace(/\{(\d)\}/g, (_, index) => String(values[index]));
}

export function currentLanguage() {
  return language;
}

export function switchLanguage() {
  language = language === 'en' ? 'zh' : 'en';
  try {
    localStorage.setItem('language', language);
  } catch {
    // Without storage the choice applies only to this page.
  }
}

// Returns a description in the selected language if the pages have it, and its actual language for screen readers.
export function described(thing) {
  const chinese = thing.chinese ?? (isChinese(thing.description) ? thing.description : undefined);
  const english = thing.description && !isChinese(thing.description) ? thing.description : undefined;
  const text = language === 'zh' ? chinese ?? english : english ?? chinese;
  return { text: text ?? '', lang: text !== undefined && text === chinese ? 'zh' : 'en' };
}

function isChinese(text) {
  return text !== undefined && /[\u2e80-\uffef]/.test(text);
}
