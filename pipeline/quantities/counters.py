"""The words that follow a figure, as data: counters, measures, currencies, and words that are none.

The lists tell where a unit ends and the next word begins; they do not decide whether a figure is
read. All are written as `characters.fold_text` writes them. A new counter is a new word in a list.

The lists behind the first ones are each for one question of another module, which takes its list from
here: what a header gives in brackets, what is better when there is less of it, and so on.
"""

# ruff: noqa: SIM905 - a list of words reads best as running text

from __future__ import annotations

from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """Return the pattern of one of these words, the longest first.

    >>> alternatives(["日", "工作天", "天", "小時"])
    '(?:工作天|小時|[天日])'
    """
    longer = sorted((word for word in words if len(word) > 1), key=lambda word: (-len(word), word))
    single = "".join(sorted(word for word in words if len(word) == 1))
    return f"(?:{'|'.join((*longer, f'[{single}]') if single else longer)})"


PEOPLE = """
    人次 人劑 人口 人天 人日 人時 人月 人年 人 名 位 員 口 戶次 戶數 戶 人份 家庭 家戶 學生 民眾
    """.split()
EVENTS = """
    場次 場 次 梯次 梯 班次 班 件次 件數 件 案次 案件 案 起 屆次 屆 期 回合 回 趟 輪 集 則 篇 堂課
    堂 節課 節 門課 門 科目 科 課程 課 步驟 步 航次 航班 架次 車次 艘次 隊次 家次 站次 廠次 校次
    處次 所次 頁次 點次 條次 筆數 筆 批次 批 單 訂單 通 封 席次 席 票 分次 小時次 時段 時次 小節
    回次 座席 場域 場所 輛次 輪次 盤 餐次 餐 檔次 檔 波 話次 起次
    """.split()
BODIES = """
    國家 國 縣市 縣 直轄市 市 鄉鎮市區 鄉鎮市 鄉鎮 鄉 鎮 區域 區 村里 村落 村 里 鄰 社區 部落 地區
    單位 機關構 機關 機構 公司 企業 廠商 廠家 廠 工廠 家數 家 所 學校 校 院 系所 系 館所 館 處所
    處 局 署 部門 部 會 團隊 團體 團 隊伍 隊 組織 組別 組件 組 小組 委員會 中心 據點 站點 站 點位 點
    攤位 攤 店家 店 商店 農戶 農場 牧場 漁港 港口 港 機場 車站 分局 派出所 分駐所 大隊 中隊 分隊
    分會 分行 支隊 診所 醫院 院所 宮廟 寺廟 聚落 都市 城市 州 省 營區 校區 園區 工業區 專區 景點
    """.split()
THINGS = """
    項次 項目   項 條文 條 款 目標 種類 種 類型 類別 類 款式 式 樣   部
     本 冊 卷 頁 張 份 紙 幅 枚 顆 粒 株 棵 朵 叢 畦 隻次 隻 頭 尾 匹 羽 窩 座 棟 幢 間 樓層
    樓 層樓 層 室 床 房間 房 艘 輛 台 臺 架 具 支 枝 根 把 盞 盒 箱 袋 包 瓶 罐 桶 杯 碗 片 塊 面
    扇  眼 孔 套 對 雙 副 劑次 劑 錠 針 帖 例 個案 案例 床位 名額 車位 格 席位
    株苗 門號 網站 平台 平臺 系統 模組 功能 帳號 帳戶 專案 計畫 方案 措施 活動 課題 議題 主題 作品
    商品 產品 道次 道 環 線道 車道 路段 路線  航線  涵洞 桿  燈 柱 管 閘門 尊 首 齣
    幀 版 欄 行 列 字元 字 詞 句 倍 位數 位元組 位元 畫素 像素 級分 級 等級 階段 階 級距 星級 星 顆星
    面向 構面 層面 領域 指標 標案 標 標的 重點 工項 子項 細項 品項 營 學程 學系 學分 學門 大類
    大項 大面向 大 路口 路 段 門牌 門 職缺 工作機會 就業機會 樣品 樣本 樣點 測站 監測站 井 池 槽
    爐 機組  號機 滴 口 攝影機 碼 捲 綑 串 束 打 令 只 刀 缸 壺 籠 盆  成員

    """.split()
TIME = """
    工作天 工作日 日曆天 個月 年次 年級 年 月份 月 星期 週次 週年 周年 週歲 週 周 天次 天 日 夜
    小時 時 刻鐘 分鐘 分 秒鐘 秒 毫秒 微秒 季 旬 世紀 學年 學期 歲 代 鐘頭 鐘 禮拜 點鐘 晝夜
    """.split()
MONEY = """
    元 圓 塊錢 塊 角 分錢 美元 美金 美圓 歐元 日元 日圓 日幣 港元 港幣 人民幣 英鎊 韓元 韓圜 韓幣
    澳元 加元 加幣 紐幣 瑞士法郎 法郎 泰銖 盧布 印度盧布 盧比 新幣 新加坡元 台幣 臺幣 新台幣
    新臺幣 澳幣 越南盾 披索 奈拉 比特幣 元新台幣 新臺幣元 新台幣元
    """.split()
MEASURES = """
    平方公里 平方公尺 平方公分 平方米 平方千米 平方英尺 平方英里 立方公尺 立方公分 立方米 立方
    公里 公尺 公分 公厘 毫米 釐米 厘米 分米 千米 米 微米 奈米 英里 英裡 英裏 英哩 英尺 英呎 英吋
    英寸 海里 海浬 浬 哩 呎 吋 尺 寸 丈 公頃 公畝 甲 畝 頃 坪 公噸二氧化碳當量 公噸 噸 公斤 公克
    千克 毫克 微克 克 兩 斤 台斤 臺斤 磅 盎司 公升 毫升 升 公秉 加侖 度電 度 攝氏度 華氏度
    千瓦小時 千瓦時 千瓦 百萬瓦 峰瓩 瓩 瓦 伏特 安培 卡路里 千卡 大卡 卡 千兆赫茲 兆赫茲 千赫茲
    赫茲 兆赫 千赫 分貝 馬力 級風 兆瓦 百萬位元 兆位元組 兆位元 百帕 千帕 帕 毫巴 西弗 毫西弗
    微西弗 貝克 流明 勒克斯 當量 總噸 載重噸 毫克/公升 車公里 延人公里
    """.split()
# Behind 個 the noun is the unit; 個 alone only where none follows.
NOUNS = """
    國家 國 單位 縣市 縣 市 鄉鎮市區 鄉鎮市 鄉鎮 鄉 鎮 區 村里 村 里 社區 部落 地區 區域 地方
    機關構 機關 機構 學校 學年 學期 校 系所 系 團體 團隊 團 組織 部門 部會 司處 處室 處 小組 組
    委員會 中心 據點 站點 站 點位 點 館 所 局 會員國 會員 會 案件 案例 案 個案 項目 項 計畫 方案
    專案 子計畫 子系統 工作天 工作日 日曆天 小時 鐘頭 鐘 月 星期 禮拜 世紀 百分點 班級 班 場次 場域 場所
    場 梯次 攤位 席次 席位 名額 車位 床位 位元組 位元 字 人 家庭 家戶 戶 品項 品牌 廠商 企業 公司
    業者 工廠 系統 平台 平臺 網站 模組 功能 帳號 帳戶 欄位 指標 面向 構面 領域 階段 步驟 議題 主題
    課程 單元 活動 職缺 工作機會 就業機會 工作 崗位 作品 產品 商品 路口 路段 車道 漁港 港口 港
    機場 車站 景點 園區 樣本 樣品 樣點 測站 監測站 物種 基因 菌株 標案 標的 目標 城市 都市
    國際組織 邦交國 族群 加侖 比特幣 海里 型號 州 省 政府 聚落 分局 警察局 醫院 診所 廠 井 池 點次
    家次 縣(市) 直轄市 原鄉 群組 獎項 獎 名次 問題 條文 條款 次 年度 年 季 席 孩子 兒童 家 工區
    工項 標 案場 子項 細項 重點 措施 行業 職類 產業 聯盟 協會 基金會 學會 公會 工會
    """.split()
# Words that begin like a counter and say nothing about the figure before them.
NOT_UNITS = """
    人員 人力 人士 人民 人才 人權 人數 人道 人均 人類 人物 名稱 名單 名冊 名義 名下 位於 位置
    位居 位階 員工 員額 家長 家屬 家暴 家人 場面 次要 次長 次年 次級 次數 班長 班機 案情 起訴 起始
    起造 起飛 起跑 期間 期末 期中 期初 期許 期望 回饋 回應 回復 回收 回顧 回報 回流 輪流 集中 集合
    集團 國內 國外 國人 國際 國道 國立 國中 國小 國民 國軍 國防 國土 國會 縣府 縣長 市場 市政 市長
    市民 市府 市占 市售 市價 區分 區隔 區間 里長 里民 部分 部份 部長 部會 部內 部落客 會議 會同
    會計 會員 會商 會勘 會後 團結 隊員 隊長 組成 組長 組員 處理 處分 處罰 處長 處於 處置 局長 局部
    局勢 署長 署內 院長 校長 校園 校外 館長 館藏 所有 所以 所得 所需 所屬 所致 所定 所長 所在 所列
    所稱 店面 站長 點數 點選 點燈 港區 港務 項下 條例 條件 條約 款項 目前 目的 目標值 種植 種子
    類似 類推 式微 樣態 部署 本署 本部 本局 本院 本處 本會 本府 本校 本年 本計畫 本案 本次 本項
    本縣 本市 本國 本土 本身 本人 本所 本中心 本辦法 本法 本季 本期 本月 頁面 張貼 份額 幅度 粒徑
    頭期 尾款 座談 座落 間接 間隔 間之 層級 室內 室外 架構 架設 具有 具體 具備 具結 支持 支付
    支出 支應 支援 根據 根本 把握 包括 包含 包裝 片面 面積 面臨 面對 套用 套裝 對於 對象 對外 對照
    對應 副本 針對 例如 例行 格式 段落 路徑 路面 燈光 版本 行政 行動 行為 行程 行銷 列管 列入 列席
    列為 列冊 列車 字樣 級別 分別 分析 分之 分為 分布 分配 分署 分數 分享 分類 分工 分區 分期 分年
    分項 分散 分成 分層 分眾 分階段 師生 大陸 大學 大型 大幅 大量 大於 大樓 大專 大致 大約 大會
    大眾 大家 大力 年金 年底 年初 年報 年齡 年輕 年長 年終 年少 月底 月初 月報 日前 日起 日止 日期
    日常 日本 日語 日月 天然 天氣 天候 時間 時期 時程 時效 時代 時候 時起 時止 時許 時尚 季節 季刊
    代表 代理 代辦 代碼 代號 代替 代收 代操 元件 元素 元宵 元旦 元首 角色 角度 度假 克服 克難 升級
    升學 升等 升至 升溫 升為 升降 米粉 尺寸 甲級 甲狀 甲等 兩岸 兩性 兩者 兩造 節能 節約 節省 節慶
    節日 節目 標示 標準 標章 標售 標竿 營運 營業 營造 營收 營建 平台化 系統化 系統性 活動中 計畫內
    計畫書 專案會 功能性 課徵 課稅 課綱 科技 科學 科長 科員 通過 通報 通知 通關 通路 通訊 通行
    通盤 單一 單純 單身 單獨 單次 票據 票券 票價 封閉 封存 管理 管制 管道 管控 環境 環保 環島 環評
    環節 道路 道德 曲線 首次 首長 首度 首創 首先 欄杆 學生會 方案書 口罩 口頭 口腔 口碑 口述 卡片
    盤點 盤查 盤整 片段 塊狀 門檻 門票 門診 句點 碼頭 詞彙 階層 度過 度量 批准 批評 批示 批發 刻劃
    例外 例假 只有 只要 打造 打擊 打破 令人 股份 股東 股票 束縛 成員國 波及 波動 檔案 餐飲 餐廳
    池塘 井然 口服 版權 根除 室溫 床邊 池畔 項中 次於 類同 款待 公告 公布 公開 公務 公司債 總計
    歲入 歲出 歲末 歲計 路邊 段考 旬刊 里程 里程碑 圓滿 元月 公共 坪林 步道 步行 步入 步上 步槍
    重點發展 指標性 領域別 州立 省府 省思 省錢 省水 省電 省能 省道 股權 畝產 只能 只是 樓板
    樓梯 家數達 台北 台中 台南 台灣 台東 臺北 臺中 臺南 臺灣 臺東 人工 人體 件數比 班表 名次
    人為因 人為疏 人為災 人為破 人為操 人為干 人為誤 人為污 人為縱 人為排 人為開 人為活
    部會署 國慶 日遊 年制 班制 輪制 級制 票制
    """.split()
# Where the longest counter is not the right one, because the next word begins inside it.
OVERLAPS = {
    "人口頭": "人",
    "人口述": "人",
    "人口試": "人",
    "人口罩": "人",
    "人口腔": "人",
    "人口販": "人",
    "門課程": "門",
    "堂課程": "堂",
    "節課程": "節",
    "項目標": "項",
    "場所有": "場",
    "處所有": "處",
    "件數據": "件",
    "家庭院": "家",
    "分之間": "分",
    "人時數": "人",
    "人時間": "人",
}
# Words of two characters at the end of a clause that are none either.
NOT_UNITS_AT_END = frozenset(
    """
    達成 提升 增加 成長 完成 減少 降低 提高 合計 總計 合格 優良 良好 滿意 通過 符合 下降 上升 以外
    期間 辦理 說明 備註 目標 實際 權重 配分 不變 持平 佔比 占比 左右 更新 改善 結案 核定 執行 落後
    進步 退步 同上 免費 參加 參與 出席 專線 部分 尚可 整體 全部 其他 合約 號碼 公告 報告 年報 計畫
    專案 方案 資料 報案 熱線 專刊 版本 公約 協定 條約 宣言 議定 附件 附表 附圖 備查 在案 屬實 公投
    地震 風災 水災 空難 事件 政策 大樓 高地 病毒 疫情 疫苗 專輯 商圈 藝術 補助 獎勵 比率 比例 達標
    超前 普通 甲等 乙等 優等 特優
    """.split()
)
# Characters that begin no counter, though they often stand behind a figure.
NO_COUNTER = frozenset(
    "的之為與及和或至到以等均皆則而已未無不較比約逾達在於由自從將應須得可能者共含經即並且但惟因若超低高增減升降成倍折"
    "上下內外前後中餘多許來是有用按每各該此後另仍且又也都就才再被把給對向當其他這那何哪再且尚亦故所其若如若雖請"
)
# Counters that make a single Chinese digit a figure: 三人, 兩年. Not 一級, 一方面, 四路, 三大.
_SINGLE_DIGIT_MAY_BE_A_NAME = """
    年級 星級 級 大 面 路 道 行 點 分 度 甲 科 部 市 區 團 會 系 院 口 式 樣 線 環 代 等級 標 標的 重點 功能
    系統 計畫 活動 方案 措施 目標 員 列 段 里 鄉 縣 營 輪 角 卡 時 期 單 通 起 節 局 處 署 星 港
    路口 階 階段 大類 大項 大面向 國家 院所 只 打 令 股 分局 學系 學門 專案 課題 主題 議題 作品
    商品 產品 步 類 種類 類型 類別 字 層面 面向 月 門 兩 省 州 帶 波 首 丈 尺 寸 池 槽 爐 井
    """.split()
UNIT_OF_MONEY = "元"
"""The unit of all amounts of the country's own money, whatever they are printed in."""
UNITS = PEOPLE + EVENTS + BODIES + THINGS + TIME + MONEY + MEASURES
AFTER_ONE_CHINESE_DIGIT = frozenset(UNITS) - frozenset(_SINGLE_DIGIT_MAY_BE_A_NAME)
LENGTHS_OF_TIME = frozenset(TIME)
# Times in which something is done: 案件辦理天數 is better lower. 年 is the year of a count.
DURATIONS = "秒 秒鐘 分鐘 分 小時 日 天 個月 工作天".split()
# How many of the shorter time make the longer one, so that 1小時30分 is one figure.
PARTS_OF_TIME = {
    (long, short): parts
    for longs, shorts, parts in (
        (("小時", "時"), ("分", "分鐘"), 60),
        (("分", "分鐘"), ("秒", "秒鐘"), 60),
        (("天", "日"), ("小時", "時"), 24),
        (("年",), ("個月", "月"), 12),
    )
    for long in longs
    for short in shorts
}
# Counted in wholes: 4.24100人次 can be no decimal.
WHOLE_COUNTERS = (
    "人次 人 名 位 件次 件 場次 場 次 家 戶 國 座 張 班 梯次 案 隻 輛 艘 項 筆 份".split()
)
# Counters that a header may give in brackets without saying so: 目標值(場次). In (年), (A) or (項目)
# the brackets hold something else.
HEADER_UNITS = frozenset(
    (
        *(*PEOPLE, *MONEY, *MEASURES, *WHOLE_COUNTERS),
        *"次 處 所 站 頁 卷 冊 張 份 批 通 篇 本 台 臺 艘 株 劑 床 案件".split(),
        *"小時 分鐘 日 天 秒 工作天".split(),
    )
)
# Counters whose name in front of a bare figure is its unit: 搭乘人次300萬, 受理件數1,200.
IN_FRONT_OF_FIGURE = "人次 場次 人 件 場 家 戶 案 班 處 份 次 校 社".split()
# What those who answered or were examined are counted by: 受訪200人，滿意者占33.5%.
SAMPLE_COUNTERS = "人 人次 件 份 戶 家 位 名 校 所".split()
# Last characters of units that a line end leaves at the head of the next line: 300航⏎次.
ENDS_OF_UNITS = "次件人家場處元噸"
# Behind a slash: 公噸/年, 元/人.
PER = """
    平方公里 平方公尺 立方公尺 公里 公尺 公頃 公噸 公斤 公克 公升 毫升 小時 分鐘 分 秒 年 月 日 天
    人 次 件 戶 時 L ㎥ ㎡
    """.split()
# Measures whose first characters are no power of the numeral: 12千米, 1兆赫.
MEASURES_WITH_POWER = (
    "千米 千克 千瓦 千卡 千赫 千帕 千焦 兆赫 兆瓦 兆位元 兆帕 兆歐 百萬瓦 百萬位元 百帕".split()
)
# First characters of what shows that a point before a line end was one: 3.⏎5億元.
BEHIND_BROKEN_DECIMAL = "萬億千人次件元公小分日天倍成個"
# The same of what shows that the second point of 3.97.5% is one, behind a list label.
BEHIND_SURE_DECIMAL = "人元秒件次個萬億分公小成倍"
# What 兩 counts, though the same behind 三 may be a name: 兩期. Not 兩度, 兩角, 兩面.
COUNTED_BY_TWO = frozenset(UNITS) - frozenset("度時角口面分點")
# Amounts that 角 and 分 go on, as printed: 123元5角.
WITH_SMALL_MONEY = frozenset("元圓塊圆块")
# A currency in front of its amount -> the unit; the first two characters or the first one tell.
CURRENCIES = {
    "NT": "元", "新": "元", "TW": "元", "台": "元", "臺": "元", "$": "元", "US": "美元", "HK": "港元",
    "RM": "人民幣", "CN": "人民幣", "人": "人民幣", "EU": "歐元", "€": "歐元", "歐": "歐元",
    "JP": "日元", "日": "日元", "£": "英鎊", "美": "美元", "港": "港元",
}  # fmt: skip
# Behind 第 and a numeral: 第3期, 第1級. The figure is a place in an order.
ORDINAL_COUNTERS = """
    年度 年級 學期 學年 世代 世 季度 期 屆 級 季 名 次 類 種 批 階 回 梯 場 代 組 個 章 位 天 年 篇 編 版
    輪 線 頁 節 度 件 案 站 區 座 週 周 日 月 席 等 層 段 型 號 任 張 本
    """.split()
# Names for the same counter within one item; 次 behind a counter and 個 before it do not count.
SAME_COUNTER = {
    "名": "人", "位": "人", "人口": "人", "國家": "國", "天": "日", "週": "星期", "周": "星期", "禮拜": "星期",
    "圓": "元", "塊": "元", "塊錢": "元", "回": "次", "臺": "台", "小時": "時", "分鐘": "分",
    "秒鐘": "秒", "美金": "美元", "月": "個月", "平臺": "平台", "學校": "校", "廠商": "家", "公頓": "公噸",
}  # fmt: skip
