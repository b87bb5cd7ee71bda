import { readProfile } from '../profile.ts';

const cell = (key: string) => ({ cell: key });

/** The template for the register of enterprises: the enterprise, its union, and its headcount. */
export const enterprises = readProfile({
  id: 'enterprises',
  name: { zh: '用人单位', en: 'Enterprises' },
  columns: [
    {
      key: 'creditCode',
      headers: { zh: '统一社会信用代码', en: 'Credit code' },
      example: '91320600MA0123453Y',
      note: { zh: '没有的可以不填。', en: 'Leave empty where there is none.' },
    },
    {
      key: 'codeOverride',
      headers: { zh: '校验不符仍登记的理由', en: 'Override reason' },
      note: {
        zh: '代码校验不通过但确认无误时填写。',
        en: 'Why a code that fails its check is taken all the same.',
      },
    },
    { key: 'registrationNo', headers: { zh: '工商注册号', en: 'Business registration no' } },
    {
      key: 'name',
      headers: { zh: '单位名称', en: 'Name' },
      required: true,
      example: '南通示例纺织有限公司',
    },
    { key: 'nameEn', headers: { zh: '英文名称', en: 'English name' } },
    {
      key: 'registeredOn',
      headers: { zh: '登记日期', en: 'Registered on' },
      cell: 'day',
      required: true,
      example: '2019-03-01',
    },
    {
      key: 'division',
      headers: { zh: '行政区划代码', en: 'Division code' },
      required: true,
      example: '320681',
    },
    { key: 'address', headers: { zh: '地址', en: 'Address' } },
    {
      key: 'industry',
      headers: { zh: '行业代码', en: 'Industry code' },
      required: true,
      example: '17',
      note: { zh: 'GB/T 4754-2017', en: 'GB/T 4754-2017' },
    },
    {
      key: 'registrationType',
      headers: { zh: '登记注册类型代码', en: 'Registration type' },
      example: '173',
    },
    {
      key: 'registrationScheme',
      headers: { zh: '登记注册类型标准', en: 'Registration type scheme' },
      cell: 'choice',
      choices: {
        'nbs-1998': { zh: '统计局1998', en: 'NBS 1998' },
        'nbs-2023': { zh: '统计局2023', en: 'NBS 2023' },
        samr: { zh: '市场监管总局', en: 'SAMR' },
        'gb12402-2000': { zh: 'GB/T 12402-2000', en: 'GB/T 12402' },
      },
      example: 'nbs-1998',
    },
    {
      key: 'sizeClass',
      headers: { zh: '规模', en: 'Size class' },
      cell: 'choice',
      choices: {
        large: { zh: '大型', en: 'Large' },
        medium: { zh: '中型', en: 'Medium' },
        small: { zh: '小型', en: 'Small' },
        micro: { zh: '微型', en: 'Micro' },
      },
    },
    { key: 'sizeYear', headers: { zh: '规模划型年份', en: 'Size year' }, cell: 'count' },
    { key: 'unionFoundedOn', headers: { zh: '建会日期', en: 'Union founded on' }, cell: 'day' },
    { key: 'unionName', headers: { zh: '工会名称', en: 'Union name' } },
    { key: 'headcountAsOf', headers: { zh: '人数截至日期', en: 'Headcount as of' }, cell: 'day' },
    { key: 'workers', headers: { zh: '职工人数', en: 'Workers' }, cell: 'count' },
    { key: 'women', headers: { zh: '女职工人数', en: 'Women' }, cell: 'count' },
    { key: 'dispatched', headers: { zh: '劳务派遣人数', en: 'Dispatched' }, cell: 'count' },
  ],
  values: {
    code: { upper: cell('creditCode') },
    enterprise: {
      first: [
        { matching: { named: 'code' }, form: 'id' },
        { uuid5: [{ fold: cell('registrationNo') }] },
        { uuid5: [{ fold: cell('name') }, cell('division')] },
      ],
    },
  },
  commands: [
    {
      thing: 'enterprises',
      id: { named: 'enterprise' },
      type: 'Register',
      data: {
        registeredOn: cell('registeredOn'),
        name: cell('name'),
        nameEn: cell('nameEn'),
        creditCode: { named: 'code' },
        codeOverride: cell('codeOverride'),
        businessRegistrationNo: cell('registrationNo'),
        division: cell('division'),
        address: cell('address'),
        industry: cell('industry'),
        industryScheme: { value: 'gb4754-2017' },
        registrationType: cell('registrationType'),
        registrationScheme: cell('registrationScheme'),
        sizeClass: cell('sizeClass'),
        sizeYear: cell('sizeYear'),
      },
    },
    {
      thing: 'enterprises',
      id: { named: 'enterprise' },
      type: 'FoundUnion',
      when: { first: [cell('unionFoundedOn'), cell('unionName')] },
      data: { on: cell('unionFoundedOn'), name: cell('unionName') },
    },
    {
      thing: 'enterprises',
      id: { named: 'enterprise' },
      type: 'ReportHeadcount',
      when: { first: [cell('headcountAsOf'), cell('workers'), cell('women'), cell('dispatched')] },
      data: {
        asOf: cell('headcountAsOf'),
        workers: cell('workers'),
        women: cell('women'),
        dispatched: cell('dispatched'),
      },
    },
  ],
  ruleColumns: {
    'credit-code-sound': 'creditCode',
    'credit-code-is-the-id': 'creditCode',
    'registration-number-sound': 'registrationNo',
    'division-exists': 'division',
    'industry-in-its-scheme': 'industry',
    'type-names-its-scheme': { missing: ['registrationType', 'registrationScheme'] },
    'size-names-its-year': { missing: ['sizeYear', 'sizeClass'] },
    'parts-within-workers': 'workers',
    'not-in-the-future': { latest: ['registeredOn', 'unionFoundedOn', 'headcountAsOf'] },
    'not-before-registration': { earliest: ['unionFoundedOn', 'headcountAsOf'] },
    'not-after-the-end': { latest: ['unionFoundedOn', 'headcountAsOf'] },
  },
});
