import { divisionList } from './division.ts';

/** Liaoning's cities and counties (GB/T 2260). */
export const liaoning = divisionList(`
2101 沈阳市 Shenyang
210102 和平区 Heping
210103 沈河区 Shenhe
210104 大东区 Dadong
210105 皇姑区 Huanggu
210106 铁西区 Tiexi
210111 苏家屯区 Sujiatun
210112 浑南区 Hunnan
210113 沈北新区 Shenbei
210114 于洪区 Yuhong
210115 辽中区 Liaozhong
210123 康平县 Kangping
210124 法库县 Faku
210181 新民市 Xinmin
2102 大连市 Dalian
210202 中山区 Zhongshan
210203 西岗区 Xigang
210204 沙河口区 Shahekou
210211 甘井子区 Ganjingzi
210212 旅顺口区 Lüshunkou
210213 金州区 Jinzhou
210214 普兰店区 Pulandian
210224 长海县 Changhai
210281 瓦房店市 Wafangdian
210283 庄河市 Zhuanghe
2103 鞍山市 Anshan
210302 铁东区 Tiedong
210303 铁西区 Tiexi
210304 立山区 Lishan
210311 千山区 Qianshan
210321 台安县 Tai'an
210323 岫岩满族自治县 Xiuyan Manchu
210381 海城市 Haicheng
2104 抚顺市 Fushun
210402 新抚区 Xinfu
210403 东洲区 Dongzhou
210404 望花区 Wanghua
210411 顺城区 Shuncheng
210421 抚顺县 Fushun
210422 新宾满族自治县 Xinbin Manchu
210423 清原满族自治县 Qingyuan Manchu
2105 本溪市 Benxi
210502 平山区 Pingshan
210503 溪湖区 Xihu
210504 明山区 Mingshan
210505 南芬区 Nanfen
210521 本溪满族自治县 Benxi Manchu
210522 桓仁满族自治县 Huanren Manchu
2106 丹东市 Dandong
210602 元宝区 Yuanbao
210603 振兴区 Zhenxing
210604 振安区 Zhen'an
210624 宽甸满族自治县 Kuandian Manchu
210681 东港市 Donggang
210682 凤城市 Fengcheng
2107 锦州市 Jinzhou
210702 古塔区 Guta
210703 凌河区 Linghe
210711 太和区 Taihe
210726 黑山县 Heishan
210727 义县 Yi
210781 凌海市 Linghai
210782 北镇市 Beizhen
2108 营口市 Yingkou
210802 站前区 Zhanqian
210803 西市区 Xishi
210804 鲅鱼圈区 Bayuquan
210811 老边区 Laobian
210881 盖州市 Gaizhou
210882 大石桥市 Dashiqiao
2109 阜新市 Fuxin
210902 海州区 Haizhou
210903 新邱区 Xinqiu
210904 太平区 Taiping
210905 清河门区 Qinghemen
210911 细河区 Xihe
210921 阜新蒙古族自治县 Fuxin Mongol
210922 彰武县 Zhangwu
2110 辽阳市 Liaoyang
211002 白塔区 Baita
211003 文圣区 Wensheng
211004 宏伟区 Hongwei
211005 弓长岭区 Gongchangling
211011 太子河区 Taizihe
211021 辽阳县 Liaoyang
211081 灯塔市 Dengta
2111 盘锦市 Panjin
211102 双台子区 Shuangtaizi
211103 兴隆台区 Xinglongtai
211104 大洼区 Dawa
211122 盘山县 Panshan
2112 铁岭市 Tieling
211202 银州区 Yinzhou
211204 清河区 Qinghe
211221 铁岭县 Tieling
211223 西丰县 Xifeng
211224 昌图县 Changtu
211281 调兵山市 Diaobingshan
211282 开原市 Kaiyuan
2113 朝阳市 Chaoyang
211302 双塔区 Shuangta
211303 龙城区 Longcheng
211321 朝阳县 Chaoyang
211322 建平县 Jianping
211324 喀喇沁左翼蒙古族自治县 Harqin Left Wing Mongol
211381 北票市 Beipiao
211382 凌源市 Lingyuan
2114 葫芦岛市 Huludao
211402 连山区 Lianshan
211403 龙港区 Longgang
211404 南票区 Nanpiao
211421 绥中县 Suizhong
211422 建昌县 Jianchang
211481 兴城市 Xingcheng
`);
