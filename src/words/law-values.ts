import { law, profileIds } from '../../domain/law/profiles.ts';
import { said, type Words } from './said.ts';

/** Codes that come from the law and from how a table is run. */
export const lawValues: Readonly<Record<string, Words>> = {
  profile: Object.fromEntries(profileIds.map((id) => [id, law(id).name])),
  calendar: said({ final: ['确定', 'Final'], provisional: ['暂定', 'Provisional'] }),
  coverage: said({
    ALL_IN_SCOPE: ['范围内全部企业', 'All in the scope'],
    ACCEDED_ONLY: ['仅加入的企业', 'Only those that acceded'],
  }),
  'terms.rule': said({
    'higher-wage-floor': ['最低工资就高', 'The higher wage floor applies'],
    'special-over-comprehensive': [
      '专项集体合同优先于综合集体合同',
      'The special contract prevails over the comprehensive one',
    ],
    'floor-not-in-numbers': [
      '最低工资未以每月金额表示，须人工核对',
      'A floor without an amount a month: for people to read',
    ],
  }),
  'terms.for': said({ all: ['全体职工', 'All workers'], women: ['女职工', 'Women workers'] }),
  industryScheme: said({
    'gb4754-2017': ['国民经济行业分类（2017）', 'GB/T 4754-2017'],
    'gb4754-2011': ['国民经济行业分类（2011）', 'GB/T 4754-2011'],
    fmcs: ['FMCS 行业代号', 'FMCS letters'],
  }),
  registrationScheme: said({
    'nbs-1998': ['统计登记注册类型（1998）', 'NBS 1998'],
    'nbs-2023': ['统计登记注册类型（2023）', 'NBS 2023'],
    samr: ['市场监管登记类型', 'SAMR'],
    'gb12402-2000': ['经济类型分类（2000）', 'GB/T 12402-2000'],
  }),
  chiefBy: said({
    office: ['任职当然产生', 'By office'],
    authorisation: ['书面委托', 'By authorisation'],
    election: ['代表推举', 'By election'],
  }),
  mode: said({
    applied: ['依申请', 'On application'],
    'ex-officio': ['依职权', 'Of its own motion'],
    explicit: ['审查通过', 'By approval'],
    deemed: ['期满自行生效', 'By silence'],
  }),
  standing: said({
    chief: ['首席代表', 'Chief'],
    inside: ['本单位代表', 'Inside'],
    outside: ['外聘代表', 'Outside'],
    done: ['已完成', 'Done'],
    'under-way': ['办理中', 'Under way'],
    'not-done': ['未完成', 'Not done'],
    'in-force': ['有效', 'In force'],
    void: ['已失效', 'Void'],
  }),
  origin: said({
    remains: ['存续', 'Remains'],
    ceases: ['不再存续', 'Ceases'],
    case: ['办理', 'Handled here'],
    signed: ['签订', 'Signed here'],
    history: ['历史补录', 'Registered as history'],
  }),
};
