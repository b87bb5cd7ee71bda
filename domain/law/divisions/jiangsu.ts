import { divisionList, type DivisionEntry } from './division.ts';

const standing = divisionList(`
3201 南京市 Nanjing
320102 玄武区 Xuanwu
320104 秦淮区 Qinhuai
320105 建邺区 Jianye
320106 鼓楼区 Gulou
320111 浦口区 Pukou
320113 栖霞区 Qixia
320114 雨花台区 Yuhuatai
320115 江宁区 Jiangning
320116 六合区 Luhe
320117 溧水区 Lishui
320118 高淳区 Gaochun
3202 无锡市 Wuxi
320205 锡山区 Xishan
320206 惠山区 Huishan
320211 滨湖区 Binhu
320213 梁溪区 Liangxi
320214 新吴区 Xinwu
320281 江阴市 Jiangyin
320282 宜兴市 Yixing
3203 徐州市 Xuzhou
320302 鼓楼区 Gulou
320303 云龙区 Yunlong
320305 贾汪区 Jiawang
320311 泉山区 Quanshan
320312 铜山区 Tongshan
320321 丰县 Feng
320322 沛县 Pei
320324 睢宁县 Suining
320381 新沂市 Xinyi
320382 邳州市 Pizhou
3204 常州市 Changzhou
320402 天宁区 Tianning
320404 钟楼区 Zhonglou
320411 新北区 Xinbei
320412 武进区 Wujin
320413 金坛区 Jintan
320481 溧阳市 Liyang
3205 苏州市 Suzhou
320505 虎丘区 Huqiu
320506 吴中区 Wuzhong
320507 相城区 Xiangcheng
320508 姑苏区 Gusu
320509 吴江区 Wujiang
320581 常熟市 Changshu
320582 张家港市 Zhangjiagang
320583 昆山市 Kunshan
320585 太仓市 Taicang
3206 南通市 Nantong
320623 如东县 Rudong
320681 启东市 Qidong
320682 如皋市 Rugao
3207 连云港市 Lianyungang
320703 连云区 Lianyun
320706 海州区 Haizhou
320707 赣榆区 Ganyu
320722 东海县 Donghai
320723 灌云县 Guanyun
320724 灌南县 Guannan
3208 淮安市 Huai'an
320803 淮安区 Huai'an
320804 淮阴区 Huaiyin
320812 清江浦区 Qingjiangpu
320813 洪泽区 Hongze
320826 涟水县 Lianshui
320830 盱眙县 Xuyi
320831 金湖县 Jinhu
3209 盐城市 Yancheng
320902 亭湖区 Tinghu
320903 盐都区 Yandu
320904 大丰区 Dafeng
320921 响水县 Xiangshui
320922 滨海县 Binhai
320923 阜宁县 Funing
320924 射阳县 Sheyang
320925 建湖县 Jianhu
320981 东台市 Dongtai
3210 扬州市 Yangzhou
321002 广陵区 Guangling
321003 邗江区 Hanjiang
321012 江都区 Jiangdu
321023 宝应县 Baoying
321081 仪征市 Yizheng
321084 高邮市 Gaoyou
3211 镇江市 Zhenjiang
321102 京口区 Jingkou
321111 润州区 Runzhou
321112 丹徒区 Dantu
321181 丹阳市 Danyang
321182 扬中市 Yangzhong
321183 句容市 Jurong
3212 泰州市 Taizhou
321202 海陵区 Hailing
321203 高港区 Gaogang
321204 姜堰区 Jiangyan
321281 兴化市 Xinghua
321282 靖江市 Jingjiang
321283 泰兴市 Taixing
3213 宿迁市 Suqian
321302 宿城区 Sucheng
321311 宿豫区 Suyu
321322 沭阳县 Shuyang
321323 泗阳县 Siyang
321324 泗洪县 Sihong
`);

type Change = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly since?: number;
  readonly until?: number;
  readonly successor?: string;
};

const changes: readonly Change[] = [
  { code: '320683', zh: '通州市', en: 'Tongzhou City', until: 2009, successor: '320612' },
  { code: '320612', zh: '通州区', en: 'Tongzhou District', since: 2009 },
  { code: '320621', zh: '海安县', en: "Hai'an County", until: 2018, successor: '320685' },
  { code: '320685', zh: '海安市', en: "Hai'an City", since: 2018 },
  { code: '320602', zh: '崇川区', en: 'Chongchuan District', until: 2020, successor: '320613' },
  { code: '320611', zh: '港闸区', en: 'Gangzha District', until: 2020, successor: '320613' },
  { code: '320613', zh: '崇川区', en: 'Chongchuan District', since: 2020 },
  { code: '320684', zh: '海门市', en: 'Haimen City', until: 2020, successor: '320614' },
  { code: '320614', zh: '海门区', en: 'Haimen District', since: 2020 },
];

/** Only the year of a change is on file, so in that year both the old and the new code are good. */
const nantongChanges = changes.map(({ code, zh, en, since, until, successor }): DivisionEntry => ({
  code,
  name: { zh, en },
  validFrom: since === undefined ? null : `${since}-01-01`,
  validTo: until === undefined ? null : `${until}-12-31`,
  successors: successor === undefined ? [] : [successor],
  statisticalOnly: false,
}));

/** Jiangsu's cities and counties (GB/T 2260), with Nantong's changes since 2008. */
export const jiangsu: readonly DivisionEntry[] = [
  ...standing,
  ...nantongChanges,
  {
    code: '320671',
    name: {
      zh: '南通经济技术开发区',
      en: 'Nantong Economic and Technological Development Zone',
    },
    validFrom: null,
    validTo: null,
    successors: [],
    statisticalOnly: true,
  },
];
