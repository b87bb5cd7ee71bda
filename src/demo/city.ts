/** The made-up city: Nantong's divisions and industries, and a few branches elsewhere. */

export const founded = {
  /** The day the register opens. */
  from: '2016-01-04',
} as const;

/** Counties of Nantong by their share of enterprises. */
export const counties = {
  '320612': 16,
  '320613': 24,
  '320614': 14,
  '320623': 11,
  '320681': 12,
  '320682': 13,
  '320685': 10,
} as const;
export type County = keyof typeof counties;

/** Places with a law of their own, where every twentieth enterprise has its branch. */
export const elsewhere = ['310115', '330106', '370202'] as const;

export const placeNames: Readonly<Record<string, string>> = {
  '320612': '通州',
  '320613': '崇川',
  '320614': '海门',
  '320623': '如东',
  '320681': '启东',
  '320682': '如皋',
  '320685': '海安',
  '310115': '浦东',
  '330106': '西湖',
  '370202': '市南',
};

/** Industries (GB/T 4754-2017): their share, how many of ten workers are women, and what firms are called. */
export const industries = {
  '17': { share: 17, women: 6.5, name: '纺织' },
  '18': { share: 10, women: 7, name: '服装' },
  '26': { share: 5, women: 3, name: '化工' },
  '34': { share: 7, women: 2.5, name: '机械' },
  '37': { share: 4, women: 1.5, name: '船舶' },
  '38': { share: 7, women: 4, name: '电气' },
  '39': { share: 5, women: 5, name: '电子' },
  '47': { share: 12, women: 1.2, name: '建设' },
  '51': { share: 11, women: 5, name: '商贸' },
  '54': { share: 5, women: 2, name: '物流' },
  '62': { share: 7, women: 6, name: '餐饮' },
  '65': { share: 4, women: 4, name: '软件' },
  '72': { share: 6, women: 5, name: '服务' },
} as const;
export type Industry = keyof typeof industries;

export const firstSigns = [
  '华',
  '恒',
  '金',
  '瑞',
  '江',
  '通',
  '海',
  '嘉',
  '新',
  '天',
  '永',
  '宏',
] as const;
export const secondSigns = [
  '盛',
  '泰',
  '源',
  '丰',
  '达',
  '兴',
  '润',
  '诚',
  '信',
  '裕',
  '洋',
  '升',
] as const;
