// Generated from openapi.json by npm run generate; not edited by hand.
export interface paths {
    "/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 通报清单 */
        get: operations["listNotices"];
        put?: never;
        /** 起草通报（结构化台账） */
        post: operations["draftNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 识读通报原文或文件（.docx、.xlsx、.csv、.txt、PDF），得出台账草稿；不保存，不发送 */
        post: operations["readNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 通报详情 */
        get: operations["getNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改通报草稿 */
        patch: operations["changeNotice"];
        trace?: never;
    };
    "/v1/notices/{id}/findings/{number}/expand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 展开普遍性问题：把草稿中的一条分列到所列各单位 */
        post: operations["expandFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 印发通报；dry_run=true 时只试算，不印发 */
        post: operations["issueNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销通报：未办结的问题撤销，已销号的注明 */
        post: operations["revokeNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/slices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各单位分送和签收情况 */
        get: operations["listSlices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/slices/{unit_id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 单位整体签收 */
        post: operations["acknowledgeSlice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改通报草稿的条目：修改、改派、拆分、合并、不下发、恢复下发、删去，均留记录 */
        post: operations["editDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/reread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按更正后的原文重新识读草稿：人已决定的条目不变，其余随原文更新，原文不再有的只列出 */
        post: operations["rereadNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 通报中的单位、网站、账号名称与名录比对；不能确定的只列出建议，由人决定 */
        post: operations["matchNames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发文前核实：把草稿中各单位的问题送其核实 */
        post: operations["consultUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consultations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 送核实的问题及单位意见 */
        get: operations["listConsultations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consultations/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 反馈核实意见：属实、误报或已改 */
        post: operations["answerConsultation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consultations/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 代录核实意见：单位以电话或纸质反馈的 */
        post: operations["registerConsultationAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 盖章反馈清单 */
        get: operations["listLetters"];
        put?: never;
        /** 登记盖章反馈：逐条处理所列问题 */
        post: operations["registerLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 盖章反馈及逐条处理结果 */
        get: operations["getLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 问题清单：按剩余时限排列 */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 问题详情和可以办理的操作 */
        get: operations["getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办理过程 */
        get: operations["listFindingEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 时限是怎样算出来的，接下来会发生什么 */
        get: operations["getFindingDeadline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/time-ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位和办公室各用了几个工作日 */
        get: operations["getFindingTimeLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 历次书面反馈 */
        get: operations["listFindingRounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签收 */
        post: operations["acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/delegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转办 */
        post: operations["delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/name_supporting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确定协办单位 */
        post: operations["nameSupporting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/contribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提供协办情况 */
        post: operations["contribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/report_takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报告先行处置 */
        post: operations["reportTakedown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/report_progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报送进展 */
        post: operations["reportProgress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/respond": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报送整改情况 */
        post: operations["respond"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/register_response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 代录整改情况 */
        post: operations["registerResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 */
        post: operations["recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/begin_review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始初核 */
        post: operations["beginReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 初核通过 */
        post: operations["accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/accept_plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 同意限期整改 */
        post: operations["acceptPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回整改 */
        post: operations["return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复核销号 */
        post: operations["close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/close_unreported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 未反馈销号 */
        post: operations["closeUnreported"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新列入台账 */
        post: operations["reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销问题 */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正 */
        post: operations["correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整责任单位 */
        post: operations["reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整时限 */
        post: operations["reschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/request_extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请延期 */
        post: operations["requestExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出异议 */
        post: operations["dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/request_transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请调整责任单位 */
        post: operations["requestTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/record_retest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复查 */
        post: operations["recordRetest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/register_report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记盖章反馈 */
        post: operations["registerReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/exempt_report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 免予书面反馈 */
        post: operations["exemptReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/record_contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 电话沟通 */
        post: operations["recordContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/record_instruction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 领导批示 */
        post: operations["recordInstruction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 沟通记录 */
        post: operations["comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/erase_words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 清除原文 */
        post: operations["eraseWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量办理：对至多一千个问题办理同一操作，按编号或按条件，逐项给出结果；超过二百个的转为长任务；dry_run=true 时只计数 */
        post: operations["bulkFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 批量办理的逐项结果，只有办理人本人可以查看 */
        get: operations["listBulkItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报送前自查：逐条列出尚缺的内容和材料；不作任何记录，可以反复调用 */
        post: operations["checkAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 问题的办结证明：签名，可离线核对 */
        get: operations["getFindingCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/certificate.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 问题的办结证明：PDF，内附签名的证明，可离线核对 */
        get: operations["downloadFindingCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 通报的办结证明：签名，可离线核对 */
        get: operations["getNoticeCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/certificate.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 通报的办结证明：PDF，内附签名的证明，可离线核对 */
        get: operations["downloadNoticeCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 延期、异议、调整责任单位申请清单 */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请详情 */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 反馈承接意见 */
        post: operations["giveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回申请 */
        post: operations["withdrawRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拟办意见 */
        post: operations["proposeDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审批申请 */
        post: operations["decideRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 催办单、督办单清单 */
        get: operations["listSlips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/slips/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单据详情，附各问题的沟通记录 */
        get: operations["getSlip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/slips/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签发 */
        post: operations["issueSlip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/slips/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 单位签收 */
        post: operations["acknowledgeSlip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/slips/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 */
        post: operations["withdrawSlip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传一件佐证材料 */
        post: operations["uploadEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载；HEAD 也接受 SHA-256，只对本单位已上传的材料答复 200，不必重复上传 */
        get: operations["downloadEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 材料信息 */
        get: operations["getEvidenceMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspections/{tool}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报送监测线索：JSON 一次至多一千条；NDJSON 每行一条，至多十万条。逐条结果见 imports/{任务编号}/lines */
        post: operations["importHits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspections/{tool}/imports/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次报送的逐条结果；编号即长任务的编号 */
        get: operations["listHitLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 监测线索，最新的在前 */
        get: operations["listHits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hits/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予采用并说明理由；此后的报送不再改变这一决定 */
        post: operations["dismissHit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/hits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 采用线索：并入通报草稿，同类线索合为一条；按编号或按条件，一次至多一千条；dry_run=true 时只试算 */
        post: operations["takeUpHits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hits/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予采用并说明理由：按编号或按条件，一次至多一千条；dry_run=true 时只试算 */
        post: operations["dismissHits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 复测任务，最早的在前；监测工具只见本办公室交给它的 */
        get: operations["listRetests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retests/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 监测工具领取复测任务，或凭领取序号续期；期限一过任务重新待领取 */
        post: operations["claimRetest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retests/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 监测工具报送复测所见；只作为事实记录，不代替办公室的决定 */
        post: operations["reportRetest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/retests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个问题的复测任务、整改前后所见和复测给出的建议；建议不是决定 */
        get: operations["getFindingRetests"];
        put?: never;
        /** 要求对该问题复测一次 */
        post: operations["askRetest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消复测任务并说明理由 */
        post: operations["cancelRetest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signed-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签批纸质件清单 */
        get: operations["listSignedPapers"];
        put?: never;
        /** 登记签批纸质件 */
        post: operations["enterSignedPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signed-papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签批纸质件 */
        get: operations["getSignedPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位清单 */
        get: operations["listUnits"];
        put?: never;
        /** 添加单位 */
        post: operations["createUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看单位 */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改单位 */
        patch: operations["changeUnit"];
        trace?: never;
    };
    "/v1/units/{id}/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记下单位的别名：以后通报中的这一名称即指该单位 */
        post: operations["learnAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unit-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位名录（申请调整责任单位时选用） */
        get: operations["listUnitNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 单位撤并：将未办结的问题调整至承接单位 */
        post: operations["reassignFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人员清单 */
        get: operations["listPeople"];
        put?: never;
        /** 添加人员 */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看人员 */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改人员 */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/v1/people/{id}/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 变更人员的登录身份，或者停用、恢复其登录；不能办理本人的 */
        post: operations["changeLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 工作移交：将经办人未办结的问题移交另一经办人 */
        post: operations["handOverFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 清除人员信息：离任人员的姓名、联系方式、登录身份，以及文字中的姓名 */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任职清单 */
        get: operations["listMemberships"];
        put?: never;
        /** 添加任职 */
        post: operations["createMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/memberships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看任职 */
        get: operations["getMembership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改任职 */
        patch: operations["changeMembership"];
        trace?: never;
    };
    "/v1/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 服务账号及其密钥（不含密钥本身） */
        get: operations["listServiceAccounts"];
        put?: never;
        /** 为单位门户或监测工具开设服务账号，限定其权限；密钥只在本次答复中显示一次 */
        post: operations["createServiceAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-accounts/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 换发密钥：新密钥只显示一次，旧密钥在重叠期满后失效 */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-accounts/{id}/keys/{key_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 吊销密钥；一分钟内对所有进程生效 */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/security-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 安全事件，最新的在前；不属于任何办公室的（如登录被拒绝）一并列出 */
        get: operations["listSecurityEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各类数据的保存期限、最短期限及其依据、下一次清理将清理多少；办理记录从不清理 */
        get: operations["getRetention"];
        put?: never;
        /** 更改保存期限：满一天后才开始按新期限清理，期间可以改回 */
        post: operations["changeRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记退信 */
        post: operations["reportBounce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 失效的联系方式 */
        get: operations["listContactFaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-faults/{id}/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 联系方式已核实可用 */
        post: operations["clearContactFault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 网站、栏目、账号清单 */
        get: operations["listAssets"];
        put?: never;
        /** 添加网站、栏目、账号 */
        post: operations["createAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看网站、栏目、账号 */
        get: operations["getAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改网站、栏目、账号 */
        patch: operations["changeAsset"];
        trace?: never;
    };
    "/v1/units.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出单位名册：CSV，可再导入；每次导出记入安全事件 */
        get: operations["exportUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assets.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出网站、栏目、账号名册：CSV，可再导入；每次导出记入安全事件 */
        get: operations["exportAssets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assets/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入网站、栏目、账号名册：逐行核对，有一行不对就一行也不导入；没有的列不改 */
        post: operations["importAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 检查指标目录 */
        get: operations["listIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 政策的各个版本，最新的在前 */
        get: operations["listPolicies"];
        put?: never;
        /** 制定新版本的政策：只适用于此后印发的通报 */
        post: operations["changePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作日历的各个版本，最新的在前 */
        get: operations["listCalendars"];
        put?: never;
        /** 制定新版本的工作日历：录入一年的放假安排，或调整个别日期；尚不生效 */
        post: operations["createCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本的工作日历及其特殊日期 */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按预览启用工作日历：逐条重算时限和提醒 */
        post: operations["applyCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预览新版本的工作日历或政策会改变哪些时限和提醒；不作任何改动 */
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 如无人办理，今后几天将向谁发出什么 */
        get: operations["getForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的身份、角色和所在办公室 */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的邮件偏好 */
        get: operations["getPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 更改本人的邮件偏好 */
        patch: operations["changePreferences"];
        trace?: never;
    };
    "/v1/rehearsal/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 推进演练办公室的时钟 */
        post: operations["advanceRehearsal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停止长任务；已完成的部分保留 */
        post: operations["cancelOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看长任务的进度和结果 */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程是否存活 */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 能否受理请求 */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全部错误代码及其含义 */
        get: operations["listProblemKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个错误代码的含义 */
        get: operations["getProblemKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Accept: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            conclusion?: string;
            retest_reason?: string;
        };
        AcceptPlan: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            /** Format: date */
            fixed_by?: string;
            steps?: {
                /** Format: date */
                on: string;
                text?: string;
            }[];
            conclusion?: string;
        };
        Acknowledge: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
        };
        AllowedAction: {
            command: components["schemas"]["Command"];
            label: string;
            allowed: boolean;
            needs: string[];
            code: ("NOT_IN_THIS_STATE" | "ROLE_NOT_ALLOWED" | "SAME_PERSON" | "LEADER_REQUIRED" | "FIELD_REQUIRED" | "EVIDENCE_REQUIRED" | "REPORT_REQUIRED" | "RETEST_REASON_REQUIRED" | "REVIEW_BEGUN" | "TOO_LATE_TO_ASK" | "DUE_NOT_ALLOWED" | "LIMIT_REACHED" | "REQUEST_PENDING" | "NO_SUCH_REQUEST" | "UNIT_REQUIRED" | "UNIT_CLOSED" | "NOTHING_TO_CHANGE" | "FUTURE_DATE" | "UNKNOWN_INDICATOR" | "SEVERITY_UNCONFIRMED" | "OFFLINE_ONLY" | "SUPERSEDED" | "RETEST_TAKEN") | null;
            reason: string | null;
        };
        AnswerCheck: {
            /** Format: uuid */
            finding_id: string;
            revision: number;
            submittable: boolean;
            recipe: {
                source: components["schemas"]["RecipeSource"];
                version: string;
                steps: {
                    proof: components["schemas"]["Proof"];
                    wants: string;
                    standing: components["schemas"]["Standing"];
                }[];
            };
            gaps: {
                code: components["schemas"]["Gap"];
                weight: components["schemas"]["GapWeight"];
                field: string | null;
                message: string;
            }[];
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            hint: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            created_by: string;
            /** Format: date-time */
            expires_at: string;
            revoked_at: string | null;
            revoked_by: string | null;
            last_used_at: string | null;
        };
        ApiKeyRevocation: Record<string, never>;
        ApiKeyRotation: {
            expires_in_days: number;
            overlap_hours?: number;
        };
        Asset: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            unit_id: string;
            operating_unit_id: string | null;
            medium: components["schemas"]["Medium"];
            name: string;
            aliases: string[];
            platform: string | null;
            url: string | null;
            /** @enum {string} */
            status: "open" | "closed";
        };
        AssetChange: {
            /** Format: uuid */
            unit_id?: string;
            medium?: components["schemas"]["Medium"];
            name?: string;
            operating_unit_id?: string | null;
            aliases?: string[];
            platform?: string | null;
            url?: string | null;
            /** @enum {string} */
            status?: "open" | "closed";
        };
        AssetEntry: {
            /** Format: uuid */
            unit_id: string;
            medium: components["schemas"]["Medium"];
            name: string;
            operating_unit_id?: string | null;
            aliases?: string[];
            platform?: string | null;
            url?: string | null;
        };
        AssetListing: {
            csv: string;
        };
        AssetPage: {
            items: components["schemas"]["Asset"][];
            next: string | null;
        };
        AssetReport: {
            written: boolean;
            added: number;
            changed: number;
            unchanged: number;
            lines: {
                line: number;
                /** @enum {string} */
                result: "added" | "changed" | "unchanged" | "refused";
                asset_id: string | null;
                faults: {
                    column: string;
                    /** @enum {string} */
                    code: "REQUIRED" | "UNKNOWN_FIELD" | "WRONG_TYPE" | "NOT_IN_LIST" | "MALFORMED" | "TOO_SHORT" | "TOO_LONG" | "OUT_OF_RANGE" | "BELOW_FLOOR" | "UNSEEN_CHARACTER" | "UNKNOWN_ID" | "TAKEN" | "DAY_MISSING" | "DAY_TWICE" | "NOT_RETURNED" | "NOT_GRANTED" | "AMBIGUOUS" | "JUDGED_SINGLY" | "FACTS_OF_ONE" | "GROUNDS_OF_ONE" | "ON_ITS_REQUEST" | "WITH_NOTICE" | "BY_CLOCK";
                    message: string;
                }[];
            }[];
        };
        /** @enum {string} */
        Audience: "office" | "unit";
        BeginReview: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
        };
        Bounce: {
            /** Format: uuid */
            mail_id: string;
            /** @enum {string} */
            verdict: "failed" | "delayed";
            reason: string;
            unit_id: string | null;
            name: string;
            address: string;
        };
        BouncedMail: {
            message: string;
        };
        BulkAnswer: {
            dry_run: boolean;
            matched: number;
            operation: components["schemas"]["Operation"] | null;
            items: components["schemas"]["BulkItem"][];
        };
        BulkItem: {
            number: number;
            /** Format: uuid */
            finding_id: string;
            outcome: ("done" | "refused") | null;
            revision: number;
            state: components["schemas"]["State"] | null;
            problem: components["schemas"]["Problem"] | null;
        };
        BulkItemPage: {
            items: components["schemas"]["BulkItem"][];
            next: string | null;
        };
        BulkRequest: {
            /** @constant */
            command: "acknowledge";
            fields?: components["schemas"]["Acknowledge"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "delegate";
            fields?: components["schemas"]["Delegate"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "name_supporting";
            fields?: components["schemas"]["NameSupporting"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "recall";
            fields?: components["schemas"]["Recall"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "reassign";
            fields?: components["schemas"]["Reassign"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "reschedule";
            fields?: components["schemas"]["Reschedule"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "request_extension";
            fields?: components["schemas"]["RequestExtension"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "register_report";
            fields?: components["schemas"]["RegisterReport"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "record_contact";
            fields?: components["schemas"]["RecordContact"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "record_instruction";
            fields?: components["schemas"]["RecordInstruction"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        } | {
            /** @constant */
            command: "comment";
            fields?: components["schemas"]["Comment"];
            findings?: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            filter?: components["schemas"]["FindingFilter"];
            expected?: number;
        };
        CalendarApplication: {
            reason: string;
        };
        CalendarChange: {
            source: string;
            reason: string;
            /** Format: uuid */
            based_on?: string;
            year?: {
                year: number;
                days?: {
                    /** Format: date */
                    date: string;
                    works: boolean;
                    name: string | null;
                }[];
                csv?: string;
            };
            days?: {
                /** Format: date */
                date: string;
                /** @enum {string} */
                kind: "holiday" | "workday";
                name: string;
            }[];
        };
        CalendarHead: {
            /** Format: uuid */
            id: string;
            current: boolean;
            source: string;
            years: number[];
            /** Format: date-time */
            created_at: string;
            created_by: string | null;
            reason: string | null;
            applied_at: string | null;
            applied_by: string | null;
            applied_because: string | null;
        };
        CalendarList: {
            items: components["schemas"]["CalendarHead"][];
        };
        CalendarVersion: {
            /** Format: uuid */
            id: string;
            current: boolean;
            source: string;
            years: number[];
            /** Format: date-time */
            created_at: string;
            created_by: string | null;
            reason: string | null;
            applied_at: string | null;
            applied_by: string | null;
            applied_because: string | null;
            days: {
                /** Format: date */
                date: string;
                /** @enum {string} */
                kind: "holiday" | "workday";
                name: string;
            }[];
        };
        CertifiedEnding: {
            seq: number;
            type: components["schemas"]["EventType"];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            effective_at: string;
            person_id: string | null;
            role: components["schemas"]["Role"];
            person: string | null;
        };
        CertifiedEvent: {
            seq: number;
            hash: string;
            canonical: string;
            texts: {
                [key: string]: string;
            } | null;
            salt: string | null;
            masked: boolean;
        };
        CertifiedVerification: {
            seq: number;
            type: components["schemas"]["EventType"];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            effective_at: string;
            person_id: string | null;
            role: components["schemas"]["Role"];
            person: string | null;
        };
        ChainHead: {
            seq: number;
            hash: string;
        };
        Clearing: {
            reason: string;
        };
        Close: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            conclusion?: string;
        };
        CloseUnreported: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            conclusion?: string;
        };
        ComingMilestone: {
            kind: components["schemas"]["MilestoneKind"];
            step: number;
            label: string;
            /** Format: date-time */
            at: string;
            reason: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        Command: "acknowledge" | "delegate" | "name_supporting" | "contribute" | "report_takedown" | "report_progress" | "respond" | "register_response" | "recall" | "begin_review" | "accept" | "accept_plan" | "return" | "close" | "close_unreported" | "reopen" | "withdraw" | "correct" | "reassign" | "reschedule" | "request_extension" | "dispute" | "request_transfer" | "give_view" | "withdraw_request" | "propose_decision" | "decide_request" | "record_retest" | "register_report" | "exempt_report" | "record_contact" | "record_instruction" | "comment" | "erase_words";
        Comment: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            text?: string;
            audience?: components["schemas"]["Audience"];
        };
        /** @enum {string} */
        ConsultAnswer: "confirmed" | "false_alarm" | "fixed";
        /** @enum {string} */
        ConsultChannel: "telephone" | "paper";
        Consultation: {
            /** Format: uuid */
            notice_id: string;
            /** Format: date-time */
            until: string;
            units: number;
            findings: number;
        };
        ConsultationAnswer: {
            answer: components["schemas"]["ConsultAnswer"];
            words?: string;
            evidence?: string[];
        };
        ConsultationLine: {
            /** Format: uuid */
            finding_id: string;
            /** Format: uuid */
            notice_id: string;
            title: string;
            /** Format: uuid */
            unit_id: string;
            number: number;
            category: string;
            problem: string;
            place: string | null;
            asset_id: string | null;
            indicator_id: string | null;
            /** Format: date-time */
            asked_at: string;
            /** Format: date-time */
            until: string;
            answer: components["schemas"]["ConsultAnswer"] | null;
            words: string | null;
            evidence: components["schemas"]["NamedEvidence"][];
            answered_at: string | null;
            answered_by: string | null;
            service_account_id: string | null;
            entered: components["schemas"]["EnteredAnswer"] | null;
        };
        ConsultationPage: {
            items: components["schemas"]["ConsultationLine"][];
            next: string | null;
        };
        ContactFault: {
            /** Format: uuid */
            id: string;
            unit_id: string | null;
            person_id: string | null;
            name: string;
            address: string;
            how: components["schemas"]["ContactFaultHow"];
            reason: string;
            /** Format: uuid */
            mail_id: string;
            /** Format: date-time */
            found_at: string;
            standing: boolean;
            cleared_at: string | null;
            cleared_by: string | null;
            cleared_because: string | null;
        };
        /** @enum {string} */
        ContactFaultHow: "refused" | "bounced" | "gave_up";
        ContactFaultPage: {
            items: components["schemas"]["ContactFault"][];
            next: string | null;
        };
        Contribute: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            /** Format: uuid */
            unit_id?: string;
            text?: string;
            evidence?: string[];
            done?: boolean;
        };
        Correct: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            fields?: {
                category?: string;
                problem?: string;
                place?: string;
                asset_id?: string | null;
                severity?: components["schemas"]["Severity"];
                indicator_id?: string;
                handling?: components["schemas"]["Handling"];
            };
            reason?: string;
        };
        /** @enum {string} */
        CrossCheck: "rate_inconsistent" | "failed_unnamed" | "total_differs" | "units_differ" | "no_object" | "same_twice";
        CurrentRound: {
            number: number;
            result: components["schemas"]["Result"];
            submitted_by: string[];
            /** Format: date-time */
            effective_at: string;
            working_days_late: number;
            review_begun: boolean;
        };
        Deadline: {
            /** Format: uuid */
            finding_id: string;
            due: components["schemas"]["Due"] | null;
            original_due: components["schemas"]["Due"] | null;
            overdue: boolean;
            working_days_left: number | null;
            /** Format: uuid */
            policy_version: string;
            explanation: components["schemas"]["DueExplanation"] | null;
            recorded_due: components["schemas"]["Due"] | null;
            agrees: boolean;
            changes: components["schemas"]["DueChange"][];
            coming: components["schemas"]["ComingMilestone"][];
        };
        DecideRequest: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            verdict?: components["schemas"]["Verdict"];
            reason?: string;
        };
        DecidedHit: {
            /** Format: uuid */
            hit_id: string;
            outcome: components["schemas"]["HitOutcome"];
            notice_id: string | null;
            finding_id: string | null;
            number: number | null;
        };
        Delegate: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            /** Format: uuid */
            unit_id?: string;
            /** Format: uuid */
            person_id?: string;
            /** Format: date */
            inner_due?: string;
            note?: string;
        };
        Dispute: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            grounds?: string;
            evidence?: string[];
        };
        /** @enum {string} */
        Doubt: "due_on_day_off" | "due_provisional" | "unit_unreachable" | "same_problem_twice" | "problem_repeated" | "no_indicator" | "outside_hours" | "said_false_alarm" | "said_fixed" | "reworded";
        DraftEdit: {
            /** @constant */
            kind: "change";
            number: number;
            fields: components["schemas"]["DraftLineFields"];
            reason?: string;
            paper_number?: string;
        } | {
            /** @constant */
            kind: "reassign";
            number: number;
            /** Format: uuid */
            unit_id: string;
            asset_id?: string | null;
            reason?: string;
            paper_number?: string;
        } | {
            /** @constant */
            kind: "split";
            number: number;
            parts: components["schemas"]["DraftLinePart"][];
            reason?: string;
            paper_number?: string;
        } | {
            /** @constant */
            kind: "merge";
            numbers: number[];
            fields?: components["schemas"]["DraftLineFields"];
            reason?: string;
            paper_number?: string;
        } | {
            /** @constant */
            kind: "withhold";
            numbers: number[];
            reason?: string;
            paper_number?: string;
        } | {
            /** @constant */
            kind: "dispatch";
            numbers: number[];
            reason?: string;
            paper_number?: string;
        } | {
            /** @constant */
            kind: "drop";
            numbers: number[];
            reason_code: components["schemas"]["WithdrawReason"];
            reason?: string;
            paper_number?: string;
        };
        DraftEditBody: {
            edit: components["schemas"]["DraftEdit"];
        };
        DraftLine: {
            unit_id: string | null;
            asset_id?: string | null;
            indicator_id: string | null;
            severity: components["schemas"]["Severity"];
            severity_confirmed: boolean;
            handling?: components["schemas"]["Handling"];
            urgent?: boolean;
            category: string;
            problem?: string | null;
            sentence?: string | null;
            sentence_start?: number | null;
            sentence_end?: number | null;
            medium: components["schemas"]["Medium"];
            place?: string | null;
            own_due?: {
                /** Format: date */
                date: string;
                time: string | null;
            } | null;
            /** @enum {string} */
            dispatch?: "unit" | "none";
            supporting_unit_ids?: string[];
            follows?: string | null;
            /** Format: uuid */
            replaces?: string;
            handler_id?: string | null;
        };
        DraftLineFields: {
            asset_id?: string | null;
            indicator_id?: string;
            severity?: components["schemas"]["Severity"];
            severity_confirmed?: boolean;
            urgent?: boolean;
            category?: string;
            problem?: string;
            place?: string | null;
            medium?: components["schemas"]["Medium"];
            own_due?: {
                /** Format: date */
                date: string;
                time: string | null;
            } | null;
            supporting_unit_ids?: string[];
        };
        DraftLinePart: {
            unit_id?: string | null;
            asset_id?: string | null;
            indicator_id?: string;
            severity?: components["schemas"]["Severity"];
            severity_confirmed?: boolean;
            urgent?: boolean;
            category?: string;
            problem?: string;
            place?: string | null;
            medium?: components["schemas"]["Medium"];
            own_due?: {
                /** Format: date */
                date: string;
                time: string | null;
            } | null;
            supporting_unit_ids?: string[];
        };
        Due: {
            /** Format: date-time */
            at: string;
            /** Format: date */
            date: string;
            time: string | null;
            provisional: boolean;
            rule: components["schemas"]["DueRule"];
        };
        DueChange: {
            seq: number;
            type: components["schemas"]["EventType"];
            label: string;
            /** Format: date-time */
            at: string;
            due: components["schemas"]["Due"];
        };
        DueExplanation: {
            rule: components["schemas"]["DueRule"];
            rule_label: string;
            words: string | null;
            /** Format: date */
            from: string;
            working_days: number | null;
            calendar_days: number | null;
            hours: number | null;
            begins: string | null;
            skipped: {
                /** Format: date */
                date: string;
                why: string;
            }[];
            adjusted: {
                /** Format: date */
                date: string;
                why: string;
            }[];
            /** Format: uuid */
            calendar_version: string;
            provisional: boolean;
            /** Format: date */
            date: string;
            time: string | null;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            recomputed_at: string;
            agrees: boolean;
        };
        /** @enum {string} */
        DueRule: "finding_date" | "notice_date" | "notice_period" | "urgent_takedown" | "urgent_report" | "indicator_window" | "severity_window" | "default_window" | "public_report_window" | "repeat_window" | "return_window" | "kept" | "rescheduled" | "plan_accepted" | "extension_granted" | "extension_refused" | "pause_ended" | "recalculated";
        EnteredAnswer: {
            whom: string;
            how: components["schemas"]["ConsultChannel"];
            /** Format: date-time */
            said_at: string;
        };
        ErasePerson: {
            reason?: string;
            basis?: string;
            /** Format: uuid */
            signed_paper_id?: string;
        };
        EraseWords: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            events?: number[];
            about?: components["schemas"]["ErasedAbout"];
            reason?: string;
            basis?: string;
        };
        /** @enum {string} */
        ErasedAbout: "letter_writer" | "person" | "other";
        /** @enum {string} */
        EventType: "drafted" | "redrafted" | "issued" | "acknowledged" | "receipt_deemed" | "receipt_unproven" | "delegated" | "support_asked" | "support_ended" | "contributed" | "takedown_reported" | "progress_reported" | "responded" | "recalled" | "review_begun" | "accepted" | "plan_accepted" | "returned" | "closed" | "closed_unreported" | "lookbacks_planned" | "reopened" | "followed" | "withdrawn" | "revoked" | "corrected" | "released" | "reassigned" | "rescheduled" | "recalculated" | "extension_requested" | "dispute_raised" | "transfer_requested" | "view_given" | "request_withdrawn" | "decision_proposed" | "request_decided" | "retest_recorded" | "report_registered" | "report_exempted" | "contact_recorded" | "instruction_recorded" | "commented" | "words_erased" | "reminded" | "delegate_reminded" | "support_reminded" | "fell_due" | "climbed" | "office_nagged" | "progress_missed" | "lookback_opened";
        Evidence: {
            /** Format: uuid */
            id: string;
            sha256: string;
            size: number;
            type: string;
            name: string;
            unit_id: string | null;
            captured_on: string | null;
            masked: boolean | null;
            metadata: components["schemas"]["PictureMetadata"][] | null;
            /** Format: uuid */
            uploaded_by: string;
            service_account_id: string | null;
            /** Format: date-time */
            uploaded_at: string;
            /** @enum {string} */
            scan_state: "pending" | "clean" | "infected" | "unscanned";
        };
        EvidenceForm: {
            /** Format: uuid */
            unit_id?: string;
            /** Format: date */
            captured_on?: string;
            /** @enum {string} */
            masked: "true" | "false";
            name?: string;
        };
        ExemptReport: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            reason?: string;
        };
        /** @enum {string} */
        ExtensionReason: "system_upgrade" | "procurement" | "other_departments" | "data_cleaning" | "force_majeure" | "other";
        FieldProblem: {
            /** @enum {string} */
            in: "body" | "query" | "path" | "header";
            pointer: string;
            line: number | null;
            /** @enum {string} */
            code: "REQUIRED" | "UNKNOWN_FIELD" | "WRONG_TYPE" | "NOT_IN_LIST" | "MALFORMED" | "TOO_SHORT" | "TOO_LONG" | "OUT_OF_RANGE" | "BELOW_FLOOR" | "UNSEEN_CHARACTER" | "UNKNOWN_ID" | "TAKEN" | "DAY_MISSING" | "DAY_TWICE" | "NOT_RETURNED" | "NOT_GRANTED" | "AMBIGUOUS" | "JUDGED_SINGLY" | "FACTS_OF_ONE" | "GROUNDS_OF_ONE" | "ON_ITS_REQUEST" | "WITH_NOTICE" | "BY_CLOCK" | "NOT_IN_THIS_STATE" | "ROLE_NOT_ALLOWED" | "SAME_PERSON" | "LEADER_REQUIRED" | "FIELD_REQUIRED" | "EVIDENCE_REQUIRED" | "REPORT_REQUIRED" | "RETEST_REASON_REQUIRED" | "REVIEW_BEGUN" | "TOO_LATE_TO_ASK" | "DUE_NOT_ALLOWED" | "LIMIT_REACHED" | "REQUEST_PENDING" | "NO_SUCH_REQUEST" | "UNIT_REQUIRED" | "UNIT_CLOSED" | "NOTHING_TO_CHANGE" | "FUTURE_DATE" | "UNKNOWN_INDICATOR" | "SEVERITY_UNCONFIRMED" | "OFFLINE_ONLY" | "SUPERSEDED" | "RETEST_TAKEN";
            message: string;
        };
        Finding: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            notice_id: string;
            number: number;
            state: components["schemas"]["State"];
            revision: number;
            unit_id: string | null;
            asset_id: string | null;
            indicator_id: string | null;
            severity: components["schemas"]["Severity"];
            handling: components["schemas"]["Handling"];
            urgent: boolean;
            repeats: components["schemas"]["Repeats"] | null;
            category: string;
            problem: string;
            medium: components["schemas"]["Medium"];
            place: string | null;
            handler_id: string | null;
            dispatched: boolean;
            due: components["schemas"]["Due"] | null;
            original_due: components["schemas"]["Due"] | null;
            overdue: boolean;
            rung: number;
            highest_rung: number;
            fixed: components["schemas"]["Fixed"];
            reported: components["schemas"]["Reported"];
            rounds: number;
            returns: number;
            formal_returns: number;
            closed_at: string | null;
            unreported: boolean;
            revoked: boolean;
            seen_again: boolean;
            sentence: string | null;
            tenure: number;
            cycle: number;
            served_at: string | null;
            service_date: string | null;
            received_at: string | null;
            receipt_deemed: boolean;
            taken_down_at: string | null;
            delegated_to: {
                unit_id: string | null;
                person_id: string | null;
                inner_due: string | null;
                done_at: string | null;
            } | null;
            supports: {
                /** Format: uuid */
                unit_id: string;
                /** Format: date-time */
                asked_at: string;
                ended: boolean;
                done_at: string | null;
                due_date: string | null;
            }[];
            progress: {
                done: number;
                total: number;
            } | null;
            progress_at: string | null;
            fix_steps: string[] | null;
            round: components["schemas"]["CurrentRound"] | null;
            retest: components["schemas"]["Retest"] | null;
            extension: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                asked_at: string;
                /** Format: date */
                new_date: string;
            } | null;
            dispute: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                asked_at: string;
                pauses: boolean;
            } | null;
            transfer: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                asked_at: string;
                pauses: boolean;
                /** Format: uuid */
                target_unit_id: string;
            } | null;
            lookbacks: string[] | null;
            lookback: {
                number: number;
                /** Format: date-time */
                opened_at: string;
                /** Format: date-time */
                from: string;
            } | null;
            followed_by: string | null;
            turn_since: string | null;
        };
        FindingAnswer: {
            finding: components["schemas"]["Finding"];
            allowed_actions: components["schemas"]["AllowedAction"][];
        };
        FindingCertificate: {
            /** @constant */
            format: "zhenggai-certificate-1";
            /** Format: date-time */
            issued_at: string;
            rehearsal: boolean;
            office: {
                /** Format: uuid */
                id: string;
                name: string;
                zone: string;
            };
            notice: {
                /** Format: uuid */
                id: string;
                number: string | null;
                title: string;
            };
            /** @constant */
            kind: "finding";
            finding: {
                /** Format: uuid */
                id: string;
                number: number;
                unit_id: string | null;
                unit: string | null;
                state: components["schemas"]["State"];
                handling: components["schemas"]["Handling"];
                category: string;
                problem: string;
            };
            revoked: boolean;
            seen_again: boolean;
            verification: components["schemas"]["CertifiedVerification"] | null;
            ending: components["schemas"]["CertifiedEnding"];
            grounds: number[];
            evidence: {
                seq: number;
                sha256: string;
            }[];
            chain: {
                version: number;
                /** @enum {string} */
                algorithm: "sha256" | "sm3";
                genesis: string;
                head: components["schemas"]["ChainHead"];
            };
            events: components["schemas"]["CertifiedEvent"][];
            signature: components["schemas"]["Signature"];
        };
        FindingEvent: {
            seq: number;
            type: components["schemas"]["EventType"];
            actor_id: string | null;
            actor_role: components["schemas"]["Role"];
            signed_paper_id: string | null;
            service_account_id: string | null;
            audience: components["schemas"]["Audience"];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            effective_at: string;
            data: {
                [key: string]: unknown;
            };
            evidence: components["schemas"]["NamedEvidence"][];
            texts: {
                [key: string]: string;
            } | null;
            erased: boolean;
            previous_hash: string | null;
            hash: string;
        };
        FindingEventPage: {
            items: components["schemas"]["FindingEvent"][];
            next: string | null;
        };
        FindingFilter: {
            unit?: string[];
            supporting?: boolean;
            state?: components["schemas"]["State"][];
            severity?: components["schemas"]["Severity"][];
            overdue?: boolean;
            /** Format: uuid */
            notice?: string;
            indicator?: string;
            /** Format: uuid */
            asset?: string;
            /** Format: date-time */
            due_before?: string;
            /** @enum {string} */
            awaiting?: "unit" | "office";
            fixed?: components["schemas"]["Fixed"];
            reported?: components["schemas"]["Reported"];
            /** @enum {string} */
            repeat?: "problem" | "kind";
            /** @enum {string} */
            lookback?: "waiting" | "failed";
            text?: string;
        };
        FindingPage: {
            items: components["schemas"]["FindingSummary"][];
            next: string | null;
        };
        FindingRetests: {
            before: components["schemas"]["RetestSight"] | null;
            after: components["schemas"]["RetestSight"] | null;
            proposal: components["schemas"]["RetestProposal"] | null;
            tasks: components["schemas"]["Retest"][];
        };
        FindingSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            notice_id: string;
            number: number;
            state: components["schemas"]["State"];
            revision: number;
            unit_id: string | null;
            asset_id: string | null;
            indicator_id: string | null;
            severity: components["schemas"]["Severity"];
            handling: components["schemas"]["Handling"];
            urgent: boolean;
            repeats: components["schemas"]["Repeats"] | null;
            category: string;
            problem: string;
            medium: components["schemas"]["Medium"];
            place: string | null;
            handler_id: string | null;
            dispatched: boolean;
            due: components["schemas"]["Due"] | null;
            original_due: components["schemas"]["Due"] | null;
            overdue: boolean;
            rung: number;
            highest_rung: number;
            fixed: components["schemas"]["Fixed"];
            reported: components["schemas"]["Reported"];
            rounds: number;
            returns: number;
            formal_returns: number;
            closed_at: string | null;
            unreported: boolean;
            revoked: boolean;
            seen_again: boolean;
        };
        /** @enum {string} */
        Fixed: "unknown" | "no" | "yes";
        Forecast: {
            /** Format: date-time */
            now: string;
            /** Format: date-time */
            until: string;
            messages: components["schemas"]["ForetoldMessage"][];
            digests: components["schemas"]["ForetoldDigest"][];
        };
        ForetoldDigest: {
            /** Format: date-time */
            said_at: string;
            /** Format: uuid */
            unit_id: string;
            findings: {
                /** Format: uuid */
                id: string;
                number: number | null;
            }[];
        };
        ForetoldMessage: {
            /** Format: date-time */
            said_at: string;
            kind: components["schemas"]["MessageKind"];
            label: string;
            recipient: components["schemas"]["Recipient"];
            unit_id: string | null;
            finding: {
                /** Format: uuid */
                id: string;
                number: number | null;
            } | null;
            cause: string;
            urgent: boolean;
            /** Format: date-time */
            written_at: string;
        };
        /** @enum {string} */
        Gap: "NOT_TO_ANSWER" | "SIGNATORY_MISSING" | "PAPER_UNKNOWN" | "FIELD_MISSING" | "FIELD_UNUSED" | "DATE_WRONG" | "REPORT_MISSING" | "ON_PAPER_ONLY" | "EVIDENCE_MISSING" | "EVIDENCE_UNKNOWN" | "EVIDENCE_TOO_MUCH" | "PICTURE_MISSING" | "PICTURE_UNDATED" | "CAPTURED_BEFORE_NOTICE" | "DOCUMENT_MISSING" | "NUMBER_MISSING" | "ADDRESS_MISSING" | "POINT_UNANSWERED" | "NOTHING_NEW_SHOWN" | "REPORT_LATER";
        /** @enum {string} */
        GapWeight: "refused" | "returnable" | "later";
        GiveView: {
            paper_number?: string;
            agrees?: boolean;
            reason?: string;
        };
        /** @enum {string} */
        Handling: "normal" | "sensitive" | "offline";
        Handover: {
            /** Format: uuid */
            to_person_id: string;
        };
        HandoverReport: {
            findings: string[];
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        HeldRole: {
            role: components["schemas"]["PersonRole"];
            label: string;
            unit_id: string | null;
        };
        Hit: {
            /** Format: uuid */
            id: string;
            tool: string;
            tool_hit_id: string;
            url: string | null;
            account: string | null;
            screenshot: string | null;
            indicator_id: string | null;
            observation: string;
            status: components["schemas"]["HitStatus"];
            first_seen: string | null;
            last_seen: string | null;
            gone_at: string | null;
            times_seen: number;
            /** Format: date-time */
            created_at: string;
            decided_at: string | null;
            decided_by: string | null;
            decided_because: string | null;
            finding_id: string | null;
            taken_up_at: string | null;
            taken_up_by: string | null;
        };
        HitBatch: {
            hits: components["schemas"]["HitReport"][];
        };
        HitDismissal: {
            reason: string;
        };
        HitDismissals: {
            hits?: string[];
            filter?: components["schemas"]["HitQuery"];
            expected?: number;
            reason: string;
        };
        /** @enum {string} */
        HitGrouping: "object" | "page" | "hit";
        HitLine: {
            number: number;
            tool_hit_id: string | null;
            result: components["schemas"]["HitResult"] | null;
            hit_id: string | null;
            fault: {
                pointer: string;
                /** @enum {string} */
                code: "REQUIRED" | "UNKNOWN_FIELD" | "WRONG_TYPE" | "NOT_IN_LIST" | "MALFORMED" | "TOO_SHORT" | "TOO_LONG" | "OUT_OF_RANGE" | "BELOW_FLOOR" | "UNSEEN_CHARACTER" | "UNKNOWN_ID" | "TAKEN" | "DAY_MISSING" | "DAY_TWICE" | "NOT_RETURNED" | "NOT_GRANTED" | "AMBIGUOUS" | "JUDGED_SINGLY" | "FACTS_OF_ONE" | "GROUNDS_OF_ONE" | "ON_ITS_REQUEST" | "WITH_NOTICE" | "BY_CLOCK";
                message: string;
            } | null;
        };
        HitLinePage: {
            items: components["schemas"]["HitLine"][];
            next: string | null;
        };
        /** @enum {string} */
        HitOutcome: "done" | "taken_up_before" | "dismissed_before" | "unknown";
        HitPage: {
            items: components["schemas"]["Hit"][];
            next: string | null;
        };
        HitQuery: {
            /** @enum {string} */
            status?: "waiting" | "gone_proposed";
            tool?: string;
            /** Format: uuid */
            unit_id?: string;
            indicator_id?: string;
        };
        HitReport: {
            id: string;
            url?: string | null;
            account?: string | null;
            /** Format: date-time */
            captured_at: string;
            screenshot?: string | null;
            indicator_id?: string | null;
            observation: string;
            gone: boolean;
        };
        /** @enum {string} */
        HitResult: "new" | "seen_again" | "unchanged" | "gone" | "invalid";
        /** @enum {string} */
        HitStatus: "waiting" | "gone_proposed" | "taken_up" | "dismissed";
        HitTaking: {
            hits?: string[];
            filter?: components["schemas"]["HitQuery"];
            expected?: number;
            grouping?: components["schemas"]["HitGrouping"];
        };
        HitsDismissed: {
            dry_run: boolean;
            matched: number;
            hits: components["schemas"]["DecidedHit"][];
        };
        HitsTakenUp: {
            dry_run: boolean;
            matched: number;
            hits: components["schemas"]["DecidedHit"][];
            /** Format: uuid */
            notice_id: string;
            lines: {
                finding_id: string | null;
                number: number;
                unit_id: string | null;
                asset_id: string | null;
                indicator_id: string | null;
                severity: components["schemas"]["Severity"];
                severity_confirmed: boolean;
                category: string;
                problem: string;
                place: string | null;
                hits: number;
                joined: boolean;
            }[];
        };
        /** @enum {string} */
        Holder: "unit" | "office" | "transfer" | "former_unit";
        Indicator: {
            id: string;
            medium: components["schemas"]["Medium"] | "any";
            section: string;
            name_zh: string;
            threshold: string;
            severity: components["schemas"]["Severity"];
            bonus: boolean;
            points: number | null;
            window: {
                days: number;
                /** @enum {string} */
                unit: "working" | "calendar";
                basis: string;
            } | null;
            cycle: {
                every: number;
                /** @enum {string} */
                unit: "days" | "months";
            } | null;
            urgent: boolean;
            recipe: components["schemas"]["Proof"][];
            /** @enum {string} */
            mark: "V" | "P" | "S" | "R";
            sources: string[];
            note: string | null;
        };
        IndicatorList: {
            version: string;
            recipes_version: string;
            items: components["schemas"]["Indicator"][];
        };
        IssueReport: {
            /** Format: uuid */
            notice_id: string;
            dry_run: boolean;
            issued: boolean;
            /** Format: date-time */
            served_at: string;
            /** Format: date */
            service_date: string;
            dispatched: number;
            not_dispatched: number;
            slices: components["schemas"]["IssuedSlice"][];
            problems: components["schemas"]["FieldProblem"][];
            doubts: components["schemas"]["NoticeDoubt"][];
        };
        IssuedFinding: {
            /** Format: uuid */
            finding_id: string;
            number: number;
            due: components["schemas"]["Due"];
            repeats: components["schemas"]["Repeats"] | null;
        };
        IssuedSlice: {
            /** Format: uuid */
            unit_id: string;
            unit_name: string;
            reachable: boolean;
            findings: components["schemas"]["IssuedFinding"][];
        };
        /** @enum {string} */
        KeyScope: "read" | "receive" | "answer" | "request" | "letters" | "files" | "preferences" | "hits" | "retests";
        LearntAlias: {
            alias: string;
        };
        Letter: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            notice_id: string;
            /** Format: uuid */
            unit_id: string;
            number: string | null;
            /** Format: date */
            signed_on: string;
            received_on: string | null;
            scan: string[];
            signed_paper_id: string | null;
            /** Format: uuid */
            registered_by: string;
            service_account_id: string | null;
            /** Format: date-time */
            registered_at: string;
        };
        LetterItem: {
            /** Format: uuid */
            finding_id: string;
            revision: number;
            result: components["schemas"]["LetterResult"];
            cause?: string;
            measures?: string;
            /** Format: date */
            completed_on?: string;
            fix_plan?: {
                /** Format: date */
                fixed_by?: string;
                steps?: {
                    /** Format: date */
                    on: string;
                    text?: string;
                }[];
            };
            asked?: {
                /** Format: date */
                on?: string;
                whom?: string;
                evidence?: string[];
            };
            evidence?: string[];
            /** Format: date-time */
            taken_down_at?: string;
            paper_number?: string;
            grounds?: string;
            /** Format: uuid */
            unit_id?: string;
        };
        LetterLine: {
            /** Format: uuid */
            finding_id: string;
            number: number;
            result: components["schemas"]["LetterResult"];
            outcome: components["schemas"]["LetterOutcome"];
            code: string | null;
            reason: string | null;
            pointer: string | null;
        };
        /** @enum {string} */
        LetterOutcome: "responded" | "reported" | "returned" | "disputed" | "transfer_requested" | "refused" | "stale";
        LetterPage: {
            items: components["schemas"]["Letter"][];
            next: string | null;
        };
        /** @enum {string} */
        LetterResult: "fixed" | "fixed_before_notice" | "partly_fixed" | "column_removed" | "account_closed" | "planned" | "beyond_unit" | "disputed" | "not_ours";
        LetterWithLines: {
            letter: components["schemas"]["Letter"];
            lines: components["schemas"]["LetterLine"][];
        };
        LoginChange: {
            login?: {
                issuer: string;
                subject: string;
            } | null;
            /** @enum {string} */
            status?: "active" | "disabled";
        };
        MadeApiKey: {
            service_account: components["schemas"]["ServiceAccount"];
            /** Format: uuid */
            key_id: string;
            key: string | null;
        };
        Me: {
            /** Format: uuid */
            person_id: string;
            name: string;
            office: {
                /** Format: uuid */
                id: string;
                name: string;
                rehearsal: boolean;
            };
            roles: components["schemas"]["HeldRole"][];
            offices: {
                /** Format: uuid */
                id: string;
                name: string;
                rehearsal: boolean;
            }[];
        };
        /** @enum {string} */
        Medium: "website" | "channel" | "new-media" | "mailbox" | "service" | "unknown";
        Membership: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            person_id: string;
            unit_id: string | null;
            role: components["schemas"]["PersonRole"];
            /** Format: date */
            from_on: string;
            until_on: string | null;
        };
        MembershipChange: {
            until_on: string | null;
        };
        MembershipEntry: {
            /** Format: uuid */
            person_id: string;
            unit_id?: string | null;
            role: components["schemas"]["PersonRole"];
            /** Format: date */
            from_on?: string;
            until_on?: string | null;
        };
        MembershipPage: {
            items: components["schemas"]["Membership"][];
            next: string | null;
        };
        /** @enum {string} */
        MessageKind: "slice" | "reminder" | "fell_due" | "overdue" | "progress_due" | "returned" | "accepted" | "plan_accepted" | "closed" | "reopened" | "withdrawn" | "corrected" | "released" | "rescheduled" | "request_decided" | "view_wanted" | "response_registered" | "slip_issued" | "slip_withdrawn" | "contact_failed" | "delegation" | "support" | "support_ended" | "contribution" | "consultation" | "consultation_answered" | "consultation_over" | "unit_comment" | "response_waits" | "request_waits" | "view_given" | "proposal_waits" | "decision_waits" | "delivery_unproven" | "third_return" | "slip_waits" | "office_comment" | "office_late" | "request_late" | "lookback_waits" | "seen_again";
        /** @enum {string} */
        MilestoneKind: "deem_received" | "remind" | "fall_due" | "climb" | "nag_office" | "progress_due" | "open_lookback" | "remind_delegate" | "remind_support";
        NameSupporting: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            unit_ids?: string[];
        };
        NamedEvidence: {
            sha256: string;
            id: string | null;
            name: string | null;
            type: string | null;
            size: number | null;
            captured_on: string | null;
            metadata: components["schemas"]["PictureMetadata"][] | null;
        };
        NamesInNotice: {
            units: string[];
            assets: {
                name: string;
                unit: string | null;
                platform: string | null;
            }[];
        };
        NamesInRegister: {
            units: {
                name: string;
                /** @enum {string} */
                found: "name" | "alias" | "none";
                id: string | null;
                proposals: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    score: number;
                    /** @enum {string} */
                    because: "same" | "place_left_out" | "abbreviated" | "alike";
                }[];
            }[];
            assets: {
                name: string;
                /** @enum {string} */
                found: "name" | "alias" | "url" | "none";
                id: string | null;
                proposals: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    score: number;
                    /** @enum {string} */
                    because: "same" | "place_left_out" | "abbreviated" | "alike";
                }[];
            }[];
        };
        NewLetter: {
            /** Format: uuid */
            notice_id: string;
            /** Format: uuid */
            unit_id: string;
            number?: string | null;
            /** Format: date */
            signed_on: string;
            /** Format: date */
            received_on?: string;
            scan?: string[];
            /** Format: uuid */
            signed_paper_id?: string;
            items: components["schemas"]["LetterItem"][];
        };
        Notice: {
            /** Format: uuid */
            id: string;
            number: string | null;
            title: string;
            kind: components["schemas"]["NoticeKind"];
            status: components["schemas"]["NoticeStatus"];
            revision: number;
            signer_id: string | null;
            issued_on: string | null;
            issued_at: string | null;
            period: string | null;
            /** Format: date-time */
            created_at: string;
            consulting_until: string | null;
            supplements: string | null;
            revoked_at: string | null;
            revoked_because: string | null;
            revoked_by: string | null;
            basis: string[];
            deadline: components["schemas"]["NoticeDeadline"] | null;
            source_text: string | null;
            catalogue_version: string | null;
            findings: components["schemas"]["NoticeLine"][];
        };
        NoticeCertificate: {
            /** @constant */
            format: "zhenggai-certificate-1";
            /** Format: date-time */
            issued_at: string;
            rehearsal: boolean;
            office: {
                /** Format: uuid */
                id: string;
                name: string;
                zone: string;
            };
            notice: {
                /** Format: uuid */
                id: string;
                number: string | null;
                title: string;
            };
            /** @constant */
            kind: "notice";
            issued_on: string | null;
            status: components["schemas"]["NoticeStatus"];
            scope: {
                whole: boolean;
                unit_ids: string[] | null;
            };
            findings: {
                /** Format: uuid */
                id: string;
                number: number;
                unit_id: string | null;
                unit: string | null;
                state: components["schemas"]["State"];
                revoked: boolean;
                seen_again: boolean;
                closed_at: string | null;
                head: components["schemas"]["ChainHead"];
            }[];
            signature: components["schemas"]["Signature"];
        };
        NoticeChange: {
            kind?: components["schemas"]["NoticeKind"];
            title?: string;
            number?: string | null;
            signer_id?: string | null;
            issued_on?: string | null;
            period?: string | null;
            basis?: string[];
            deadline?: components["schemas"]["NoticeDeadline"] | null;
            supplements?: string | null;
            source_text?: string | null;
            findings?: components["schemas"]["DraftLine"][];
        };
        NoticeDeadline: {
            /** @constant */
            kind: "date";
            /** Format: date */
            date: string;
            time: string | null;
            words: string;
            inclusive: boolean;
            /** @enum {string} */
            day_off: "roll_on" | "bring_forward";
        } | {
            /** @constant */
            kind: "working_days";
            working_days: number;
            /** @enum {string} */
            counts_from: "receipt" | "issue" | "service";
            words: string;
        } | {
            /** @constant */
            kind: "calendar_days";
            calendar_days: number;
            /** @enum {string} */
            counts_from: "receipt" | "issue" | "service";
            words: string;
        } | {
            /** @constant */
            kind: "hours";
            hours: number;
            /** @enum {string} */
            counts_from: "receipt" | "service";
            words: string;
        };
        NoticeDoubt: {
            line: number | null;
            kind: components["schemas"]["Doubt"];
            message: string;
        };
        NoticeDraft: {
            kind?: components["schemas"]["NoticeKind"];
            title: string;
            number?: string | null;
            signer_id?: string | null;
            issued_on?: string | null;
            period?: string | null;
            basis?: string[];
            deadline?: components["schemas"]["NoticeDeadline"] | null;
            supplements?: string | null;
            source_text?: string | null;
            findings: components["schemas"]["DraftLine"][];
        };
        NoticeExpansion: {
            unit_ids: string[];
        };
        NoticeIssue: {
            /** Format: uuid */
            signed_paper_id?: string;
        };
        /** @enum {string} */
        NoticeKind: "inspection" | "public_report";
        NoticeLine: {
            /** Format: uuid */
            finding_id: string;
            number: number;
            state: components["schemas"]["State"];
            unit_id: string | null;
            asset_id: string | null;
            indicator_id: string | null;
            severity: components["schemas"]["Severity"];
            severity_confirmed: boolean;
            handling: components["schemas"]["Handling"];
            urgent: boolean;
            category: string;
            problem: string;
            sentence: string | null;
            sentence_start: number | null;
            sentence_end: number | null;
            medium: components["schemas"]["Medium"];
            place: string | null;
            own_due: {
                /** Format: date */
                date: string;
                time: string | null;
            } | null;
            /** @enum {string} */
            dispatch: "unit" | "none";
            supporting_unit_ids: string[];
            follows: string | null;
            handler_id: string | null;
        };
        NoticePage: {
            items: components["schemas"]["NoticeSummary"][];
            next: string | null;
        };
        NoticeReading: {
            title: string | null;
            number: string | null;
            issuer: string | null;
            issued_on: string | null;
            period: string | null;
            basis: string[];
            deadlines: {
                /** @enum {string} */
                kind: "feedback" | "receipt" | "recheck" | "self-inspection" | "other";
                date: string | null;
                time: string | null;
                working_days: number | null;
                calendar_days: number | null;
                hours: number | null;
                text: string;
                inclusive: boolean;
                year_inferred: boolean;
                /** @enum {string} */
                scope: "all" | "unit";
            }[];
            self_inspection_required: boolean;
            findings: {
                n: number;
                unit: string | null;
                units: string[];
                medium: components["schemas"]["Medium"];
                asset: string | null;
                platform: string | null;
                category: string | null;
                problem: string;
                indicator: string | null;
                severity: components["schemas"]["Severity"] | null;
                deadline: string | null;
                /** @enum {string} */
                scope: "unit" | "all-units" | "unnamed";
                sentence: string;
                start: number;
                end: number;
                confidence: number;
                needs: ("unit" | "object" | "incomplete-list" | "already-fixed" | "from-heading" | "problem")[];
            }[];
            statistics: {
                key: string;
                value: number;
                unit: string;
                text: string;
            }[];
            requirements: {
                no: string;
                title: string;
                responsible: string | null;
                deadline: string | null;
            }[];
            unresolved: {
                text: string;
                why: string;
                start: number;
                end: number;
            }[];
            checks: {
                kind: components["schemas"]["CrossCheck"];
                lines: number[];
                stated: number | null;
                counted: number | null;
                words: {
                    text: string;
                    start: number;
                    end: number;
                } | null;
            }[];
            source: {
                /** @enum {string} */
                kind: "text" | "docx" | "xlsx" | "csv" | "pdf";
                text: string;
                notes: string[];
            };
        };
        NoticeReread: {
            text: string;
        };
        NoticeRevoke: {
            reason?: string;
            /** Format: uuid */
            signed_paper_id?: string;
        };
        /** @enum {string} */
        NoticeStatus: "draft" | "issued" | "supplemented" | "revoked";
        NoticeSummary: {
            /** Format: uuid */
            id: string;
            number: string | null;
            title: string;
            kind: components["schemas"]["NoticeKind"];
            status: components["schemas"]["NoticeStatus"];
            revision: number;
            signer_id: string | null;
            issued_on: string | null;
            issued_at: string | null;
            period: string | null;
            /** Format: date-time */
            created_at: string;
            consulting_until: string | null;
            supplements: string | null;
            revoked_at: string | null;
            revoked_because: string | null;
            revoked_by: string | null;
        };
        NoticeText: {
            text: string;
        };
        OfficeHead: {
            name: string;
            address: string;
        };
        Operation: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** @enum {string} */
            status: "running" | "done" | "failed" | "cancelled";
            progress: {
                [key: string]: unknown;
            } | null;
            result: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            created_at: string;
            finished_at: string | null;
        };
        OperationCancel: Record<string, never>;
        Person: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string | null;
            phone: string | null;
            /** @enum {string} */
            status: "active" | "disabled";
        };
        PersonChange: {
            name?: string;
            email?: string | null;
            phone?: string | null;
        };
        PersonEntry: {
            name: string;
            email?: string | null;
            phone?: string | null;
            login?: {
                issuer: string;
                subject: string;
            } | null;
        };
        PersonErasure: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            person_id: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            erased_by: string;
            signed_paper_id: string | null;
            reason: string;
            basis: string;
            findings: {
                /** Format: uuid */
                finding_id: string;
                events: number[];
            }[];
            by_name: boolean;
        };
        PersonPage: {
            items: components["schemas"]["Person"][];
            next: string | null;
        };
        /** @enum {string} */
        PersonRole: "unit.reporter" | "unit.signatory" | "office.handler" | "office.reviewer" | "office.leader" | "inspector" | "auditor" | "security" | "admin";
        /** @enum {string} */
        PictureMetadata: "place" | "time" | "device" | "person" | "unread";
        Policy: {
            reminder_offsets: number[];
            return_window: {
                substantive: number;
                formal: number;
            };
            rung_offsets: [
                number,
                number,
                number,
                number,
                number
            ];
            review_days: number;
            close_days: number;
            decide_days: number;
            extensions: {
                requests: number;
                calendar_days: number;
            };
            disputes: {
                requests: number;
                days: number;
            };
            leader_after_days: number;
            deem_receipt_days: number;
            urgent: {
                takedown_hours: number;
                report_days: number;
            };
            default_window_days: number;
            public_report_days: number;
            severity_windows: {
                veto?: number;
                major?: number;
                deduction?: number;
                management?: number;
            };
            lookback: {
                days: number[];
                after_cycle: number | null;
            };
            retest: {
                /** @enum {string} */
                others: "none" | "shown" | "proposes";
                indicators: {
                    [key: string]: "none" | "shown" | "proposes";
                };
            };
            recipes: {
                [key: string]: components["schemas"]["Proof"][];
            };
            repeat_months: number;
            repeat_windows: {
                problem: number | null;
                kind: number | null;
            };
            /** @enum {string} */
            stamped_report: "before_closing" | "with_answer" | "never";
            respond_needs_signatory: boolean;
            reviewers_masked: boolean;
            spread_minutes: number;
            gather_minutes: number;
            third_return: number;
        };
        PolicyChange: {
            policy: {
                reminder_offsets?: number[];
                return_window?: {
                    substantive: number;
                    formal: number;
                };
                rung_offsets?: [
                    number,
                    number,
                    number,
                    number,
                    number
                ];
                review_days?: number;
                close_days?: number;
                decide_days?: number;
                extensions?: {
                    requests: number;
                    calendar_days: number;
                };
                disputes?: {
                    requests: number;
                    days: number;
                };
                leader_after_days?: number;
                deem_receipt_days?: number;
                urgent?: {
                    takedown_hours: number;
                    report_days: number;
                };
                default_window_days?: number;
                public_report_days?: number;
                severity_windows?: {
                    veto?: number;
                    major?: number;
                    deduction?: number;
                    management?: number;
                };
                lookback?: {
                    days: number[];
                    after_cycle: number | null;
                };
                retest?: {
                    /** @enum {string} */
                    others: "none" | "shown" | "proposes";
                    indicators: {
                        [key: string]: "none" | "shown" | "proposes";
                    };
                };
                recipes?: {
                    [key: string]: components["schemas"]["Proof"][];
                };
                repeat_months?: number;
                repeat_windows?: {
                    problem: number | null;
                    kind: number | null;
                };
                /** @enum {string} */
                stamped_report?: "before_closing" | "with_answer" | "never";
                respond_needs_signatory?: boolean;
                reviewers_masked?: boolean;
                spread_minutes?: number;
                gather_minutes?: number;
                third_return?: number;
            };
            reason: string;
        };
        PolicyList: {
            items: components["schemas"]["PolicyVersion"][];
        };
        PolicyVersion: {
            /** Format: uuid */
            id: string;
            current: boolean;
            policy: components["schemas"]["Policy"];
            /** Format: date-time */
            created_at: string;
            created_by: string | null;
            reason: string | null;
        };
        Preferences: {
            courtesy_mail: boolean;
        };
        Preview: {
            /** Format: uuid */
            version: string;
            /** Format: date-time */
            now: string;
            looked_at: number;
            moved: number;
            dues_moved: number;
            units: number;
            findings: components["schemas"]["PreviewedFinding"][];
        };
        PreviewRequest: {
            /** Format: uuid */
            calendar_version?: string;
            /** Format: uuid */
            policy_version?: string;
        };
        PreviewedFinding: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            notice_id: string;
            number: number;
            unit_id: string | null;
            due: {
                from: {
                    /** Format: date-time */
                    at: string;
                    /** Format: date */
                    date: string;
                    time: string | null;
                    provisional: boolean;
                };
                to: {
                    /** Format: date-time */
                    at: string;
                    /** Format: date */
                    date: string;
                    time: string | null;
                    provisional: boolean;
                };
            } | null;
            service_date: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            milestones: {
                kind: components["schemas"]["MilestoneKind"];
                step: number;
                from: string | null;
                to: string | null;
            }[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "VALIDATION_FAILED" | "CURSOR_INVALID" | "KEY_REQUIRED" | "UNAUTHENTICATED" | "STEP_UP_REQUIRED" | "FORBIDDEN" | "SCOPE_MISSING" | "OWN_ROLE" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "ALREADY_EXISTS" | "DUTIES_APART" | "OPEN_DUTIES" | "LOCKED" | "NOT_SETTLED" | "NOT_A_REHEARSAL" | "ALREADY_RUNNING" | "COUNT_DIFFERS" | "TOO_SLOW" | "STALE" | "BODY_TOO_LARGE" | "MEDIA_TYPE" | "UNKNOWN_REFERENCE" | "FILE_REFUSED" | "FILE_ACTIVE" | "ARCHIVE_UNSAFE" | "PICTURE_TOO_LARGE" | "SECRECY_MARKED" | "STORAGE_EXCEEDED" | "FILE_INFECTED" | "BEING_SCANNED" | "OLD_FORMAT" | "OFD_FORMAT" | "UNKNOWN_FORMAT" | "FILE_WITHOUT_TEXT" | "FILE_ENCRYPTED" | "FILE_DAMAGED" | "TEXT_TOO_LONG" | "READING_TOO_SLOW" | "ONLY_FORWARD" | "KEY_REUSED" | "NOTICE_REFUSED" | "IF_MATCH_REQUIRED" | "QUOTA_EXCEEDED" | "HEADERS_TOO_LARGE" | "INTERNAL" | "UNAVAILABLE" | "OVERLOADED" | "NOT_IN_THIS_STATE" | "ROLE_NOT_ALLOWED" | "SAME_PERSON" | "LEADER_REQUIRED" | "FIELD_REQUIRED" | "EVIDENCE_REQUIRED" | "REPORT_REQUIRED" | "RETEST_REASON_REQUIRED" | "REVIEW_BEGUN" | "TOO_LATE_TO_ASK" | "DUE_NOT_ALLOWED" | "LIMIT_REACHED" | "REQUEST_PENDING" | "NO_SUCH_REQUEST" | "UNIT_REQUIRED" | "UNIT_CLOSED" | "NOTHING_TO_CHANGE" | "FUTURE_DATE" | "UNKNOWN_INDICATOR" | "SEVERITY_UNCONFIRMED" | "OFFLINE_ONLY" | "SUPERSEDED" | "RETEST_TAKEN";
            detail: string;
            errors: components["schemas"]["FieldProblem"][];
            matched?: number;
            traceId: string;
        };
        ProblemKind: {
            /** @enum {string} */
            code: "VALIDATION_FAILED" | "CURSOR_INVALID" | "KEY_REQUIRED" | "UNAUTHENTICATED" | "STEP_UP_REQUIRED" | "FORBIDDEN" | "SCOPE_MISSING" | "OWN_ROLE" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "ALREADY_EXISTS" | "DUTIES_APART" | "OPEN_DUTIES" | "LOCKED" | "NOT_SETTLED" | "NOT_A_REHEARSAL" | "ALREADY_RUNNING" | "COUNT_DIFFERS" | "TOO_SLOW" | "STALE" | "BODY_TOO_LARGE" | "MEDIA_TYPE" | "UNKNOWN_REFERENCE" | "FILE_REFUSED" | "FILE_ACTIVE" | "ARCHIVE_UNSAFE" | "PICTURE_TOO_LARGE" | "SECRECY_MARKED" | "STORAGE_EXCEEDED" | "FILE_INFECTED" | "BEING_SCANNED" | "OLD_FORMAT" | "OFD_FORMAT" | "UNKNOWN_FORMAT" | "FILE_WITHOUT_TEXT" | "FILE_ENCRYPTED" | "FILE_DAMAGED" | "TEXT_TOO_LONG" | "READING_TOO_SLOW" | "ONLY_FORWARD" | "KEY_REUSED" | "NOTICE_REFUSED" | "IF_MATCH_REQUIRED" | "QUOTA_EXCEEDED" | "HEADERS_TOO_LARGE" | "INTERNAL" | "UNAVAILABLE" | "OVERLOADED" | "NOT_IN_THIS_STATE" | "ROLE_NOT_ALLOWED" | "SAME_PERSON" | "LEADER_REQUIRED" | "FIELD_REQUIRED" | "EVIDENCE_REQUIRED" | "REPORT_REQUIRED" | "RETEST_REASON_REQUIRED" | "REVIEW_BEGUN" | "TOO_LATE_TO_ASK" | "DUE_NOT_ALLOWED" | "LIMIT_REACHED" | "REQUEST_PENDING" | "NO_SUCH_REQUEST" | "UNIT_REQUIRED" | "UNIT_CLOSED" | "NOTHING_TO_CHANGE" | "FUTURE_DATE" | "UNKNOWN_INDICATOR" | "SEVERITY_UNCONFIRMED" | "OFFLINE_ONLY" | "SUPERSEDED" | "RETEST_TAKEN";
            status: number;
            title: {
                zh: string;
                en: string;
            };
            detail: {
                zh: string;
                en: string;
            };
        };
        ProblemKindList: {
            items: components["schemas"]["ProblemKind"][];
        };
        /** @enum {string} */
        Proof: "link_answers" | "newer_date" | "text_gone" | "number" | "picture" | "document";
        ProposeDecision: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            verdict?: components["schemas"]["Verdict"];
            reason?: string;
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "degraded" | "not_ready";
        };
        Reassign: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            /** Format: uuid */
            unit_id?: string;
            reason?: string;
        };
        Recall: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            reason?: string;
        };
        /** @enum {string} */
        RecipeSource: "catalogue" | "policy";
        /** @enum {string} */
        Recipient: "unit" | "handler" | "reviewer" | "leader";
        RecordContact: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            whom?: string;
            /** Format: date-time */
            at?: string;
            words?: string;
        };
        RecordInstruction: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            leader?: string;
            /** Format: date */
            on?: string;
            text?: string;
        };
        RecordRetest: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            result?: components["schemas"]["RetestResult"];
            /** Format: date-time */
            observed_at?: string;
            seen?: string;
        };
        RegisterConsultationAnswer: {
            answer: components["schemas"]["ConsultAnswer"];
            words?: string;
            evidence?: string[];
            whom: string;
            how: components["schemas"]["ConsultChannel"];
            /** Format: date-time */
            said_at: string;
        };
        RegisterReport: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            /** Format: date */
            on?: string;
            report_number?: string;
            evidence?: string[];
        };
        RegisterResponse: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            result?: components["schemas"]["Result"];
            cause?: string;
            measures?: string;
            /** Format: date */
            completed_on?: string;
            fix_plan?: {
                /** Format: date */
                fixed_by?: string;
                steps?: {
                    /** Format: date */
                    on: string;
                    text?: string;
                }[];
            };
            asked?: {
                /** Format: date */
                on?: string;
                whom?: string;
                evidence?: string[];
            };
            evidence?: string[];
            /** Format: date-time */
            taken_down_at?: string;
            report?: {
                /** Format: date */
                on: string;
                report_number?: string;
            };
            /** Format: date */
            received_on?: string;
        };
        RehearsalAdvance: {
            /** @constant */
            to: "next";
        } | {
            /** Format: date-time */
            to: string;
        } | {
            days: number;
        };
        Reopen: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            reason?: string;
            evidence?: string[];
        };
        Repeats: {
            problem: string[];
            kind: string[];
        };
        ReportProgress: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            note?: string;
            done?: number;
            total?: number;
        };
        ReportTakedown: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            /** Format: date-time */
            taken_down_at?: string;
            evidence?: string[];
        };
        /** @enum {string} */
        Reported: "no" | "yes" | "exempt";
        Request: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["RequestKind"];
            status: components["schemas"]["RequestStatus"];
            /** Format: uuid */
            finding_id: string;
            finding_number: number;
            /** Format: uuid */
            unit_id: string;
            target_unit_id: string | null;
            problem: string | null;
            place: string | null;
            /** Format: date-time */
            asked_at: string;
            asked_by: string[];
            service_account_id: string | null;
            new_date: string | null;
            reason_code: components["schemas"]["ExtensionReason"] | null;
            words: string | null;
            evidence: string[];
            pauses: boolean;
            revision: number | null;
            view: {
                agrees: boolean;
                /** Format: uuid */
                by: string;
                service_account_id: string | null;
                reason: string | null;
            } | null;
            view_by: string | null;
            view_missed: boolean | null;
            proposal: {
                verdict: components["schemas"]["Verdict"];
                /** Format: uuid */
                by: string;
                reason: string | null;
            } | null;
            decision: {
                verdict: components["schemas"]["Verdict"];
                /** Format: uuid */
                by: string;
                reason: string | null;
                working_days_late: number | null;
            } | null;
            ended_at: string | null;
        };
        RequestExtension: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            /** Format: date */
            new_date?: string;
            reason_code?: components["schemas"]["ExtensionReason"];
            progress?: string;
        };
        /** @enum {string} */
        RequestKind: "extension" | "dispute" | "transfer";
        RequestPage: {
            items: components["schemas"]["Request"][];
            next: string | null;
        };
        /** @enum {string} */
        RequestStatus: "pending" | "granted" | "refused" | "withdrawn" | "lapsed";
        RequestTransfer: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            /** Format: uuid */
            unit_id?: string;
            grounds?: string;
            evidence?: string[];
        };
        RereadReport: {
            kept: number[];
            updated: number[];
            added: number[];
            gone: number[];
            unresolved: {
                text: string;
                why: string;
                start: number;
                end: number;
            }[];
            checks: {
                kind: components["schemas"]["CrossCheck"];
                lines: number[];
                stated: number | null;
                counted: number | null;
                words: {
                    text: string;
                    start: number;
                    end: number;
                } | null;
            }[];
            notice: components["schemas"]["Notice"];
        };
        Reschedule: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            /** Format: date */
            due_date?: string;
            time?: string;
            reason?: string;
        };
        Respond: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            result?: components["schemas"]["Result"];
            cause?: string;
            measures?: string;
            /** Format: date */
            completed_on?: string;
            fix_plan?: {
                /** Format: date */
                fixed_by?: string;
                steps?: {
                    /** Format: date */
                    on: string;
                    text?: string;
                }[];
            };
            asked?: {
                /** Format: date */
                on?: string;
                whom?: string;
                evidence?: string[];
            };
            evidence?: string[];
            /** Format: date-time */
            taken_down_at?: string;
            report?: {
                /** Format: date */
                on: string;
                report_number?: string;
            };
        };
        /** @enum {string} */
        Result: "fixed" | "fixed_before_notice" | "partly_fixed" | "column_removed" | "account_closed" | "planned" | "beyond_unit";
        /** @enum {string} */
        Retained: "findings" | "events" | "rounds" | "papers" | "evidence" | "erasures" | "heads";
        RetainedClass: {
            class: components["schemas"]["RetentionClass"];
            days: number | null;
            floor_days: number;
            most_days: number;
            why: string;
            source: string | null;
            next: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                before: string;
                records: number;
                more: boolean;
            } | null;
        };
        Retention: {
            decided: components["schemas"]["RetentionDecision"] | null;
            classes: components["schemas"]["RetainedClass"][];
            never: components["schemas"]["Retained"][];
        };
        RetentionChange: {
            days: {
                security_events?: number | null;
                mail_words?: number | null;
                answers?: number;
                import_lines?: number | null;
                infected_files?: number | null;
            };
            reason: string;
        };
        /** @enum {string} */
        RetentionClass: "security_events" | "mail_words" | "answers" | "import_lines" | "infected_files";
        RetentionDecision: {
            /** Format: uuid */
            id: string;
            days: {
                security_events: number | null;
                mail_words: number | null;
                answers: number;
                import_lines: number | null;
                infected_files: number | null;
            };
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            created_by: string;
            reason: string;
        };
        Retest: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            finding_id: string;
            reason: components["schemas"]["RetestReason"];
            status: components["schemas"]["RetestStatus"];
            round: number | null;
            lookback: number | null;
            tool: string | null;
            object: components["schemas"]["RetestObject"];
            /** Format: date-time */
            opened_at: string;
            asked_by: string | null;
            asked_because: string | null;
            claim: number;
            claimed_by: string | null;
            claimed_at: string | null;
            lease_until: string | null;
            outcome: components["schemas"]["RetestOutcome"] | null;
            cancelled_at: string | null;
            cancelled_why: components["schemas"]["RetestEnd"] | null;
            cancelled_by: string | null;
            cancelled_because: string | null;
        };
        RetestAsking: {
            tool?: string;
            reason?: string;
        };
        RetestCancelling: {
            reason: string;
        };
        RetestClaim: {
            minutes?: number;
            claim?: number;
        };
        /** @enum {string} */
        RetestEnd: "superseded" | "settled" | "answered" | "by_hand";
        RetestObject: {
            notice_number: string | null;
            number: number;
            indicator_id: string | null;
            problem: string;
            place: string | null;
            medium: components["schemas"]["Medium"];
            asset: string | null;
            platform: string | null;
            url: string | null;
            proves: components["schemas"]["Proof"][];
        };
        RetestOutcome: {
            result: components["schemas"]["RetestResult"];
            /** Format: date-time */
            observed_at: string;
            seen: string | null;
            screenshot: string | null;
            /** Format: date-time */
            reported_at: string;
            seq: number;
        };
        RetestPage: {
            items: components["schemas"]["Retest"][];
            next: string | null;
        };
        /** @enum {string} */
        RetestProposal: "accept" | "return";
        /** @enum {string} */
        RetestReason: "answer" | "lookback" | "asked";
        RetestReport: {
            claim: number;
            result: components["schemas"]["RetestResult"];
            /** Format: date-time */
            observed_at?: string;
            seen: string;
            screenshot?: string | null;
        };
        /** @enum {string} */
        RetestResult: "pass" | "fail" | "inconclusive";
        RetestSight: {
            result: components["schemas"]["RetestResult"] | null;
            observed_at: string | null;
            seen: string | null;
            screenshot: string | null;
            round: number | null;
        };
        /** @enum {string} */
        RetestStatus: "open" | "claimed" | "done" | "cancelled";
        Return: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            kind?: components["schemas"]["ReturnKind"];
            reasons?: components["schemas"]["ReturnReason"][];
            points?: {
                claim: string;
                comment: string;
            }[];
        };
        /** @enum {string} */
        ReturnKind: "substantive" | "formal";
        /** @enum {string} */
        ReturnReason: "not_fixed" | "perfunctory" | "false_report" | "partly_fixed" | "evidence_missing" | "report_incomplete" | "wrong_form";
        RevokeReport: {
            /** Format: uuid */
            notice_id: string;
            withdrawn: string[];
            marked: string[];
        };
        /** @enum {string} */
        Role: "unit.reporter" | "unit.signatory" | "office.handler" | "office.reviewer" | "office.leader" | "inspector" | "auditor" | "security" | "admin" | "system";
        Round: {
            number: number;
            /** Format: uuid */
            unit_id: string;
            result: components["schemas"]["Result"];
            cause: string | null;
            measures: string | null;
            completed_on: string | null;
            taken_down_at: string | null;
            asked: {
                /** Format: date */
                on: string;
                whom: string | null;
                evidence: string[];
            } | null;
            evidence: components["schemas"]["NamedEvidence"][];
            /** Format: uuid */
            submitted_by: string;
            service_account_id: string | null;
            signed_paper_id: string | null;
            registered: boolean;
            received_on: string | null;
            /** Format: date-time */
            submitted_at: string;
            /** Format: date-time */
            effective_at: string;
            working_days_late: number;
            fixed_by: string | null;
            fix_steps: {
                /** Format: date */
                on: string;
                text: string | null;
            }[] | null;
            changed: components["schemas"]["RoundChanges"] | null;
            seal: string | null;
        };
        RoundChanges: {
            fields: components["schemas"]["RoundField"][];
            evidence_added: string[];
            evidence_left_out: string[];
        };
        /** @enum {string} */
        RoundField: "result" | "cause" | "measures" | "completed_on" | "taken_down_at" | "fixed_by" | "fix_steps" | "asked";
        RoundList: {
            items: components["schemas"]["Round"][];
            next: string | null;
        };
        SecurityEvent: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            kind: components["schemas"]["SecurityEventKind"];
            result: components["schemas"]["SecurityResult"];
            person_id: string | null;
            service_account_id: string | null;
            address: string | null;
            subject: string | null;
            about: string | null;
            detail: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        SecurityEventKind: "login_refused" | "attempts_limited" | "step_up_asked" | "behalf_refused" | "login_changed" | "role_given" | "role_changed" | "key_made" | "key_rotated" | "key_revoked" | "words_erased" | "person_erased" | "retention_changed" | "retention_swept" | "register_exported" | "reach_changed";
        SecurityEventPage: {
            items: components["schemas"]["SecurityEvent"][];
            next: string | null;
        };
        /** @enum {string} */
        SecurityResult: "done" | "refused";
        ServiceAccount: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ServiceAccountKind"];
            name: string;
            unit_id: string | null;
            tool: string | null;
            scopes: components["schemas"]["KeyScope"][];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            created_by: string;
            keys: components["schemas"]["ApiKey"][];
        };
        ServiceAccountEntry: {
            kind: components["schemas"]["ServiceAccountKind"];
            name: string;
            /** Format: uuid */
            unit_id?: string;
            tool?: string;
            scopes: components["schemas"]["KeyScope"][];
            expires_in_days: number;
        };
        /** @enum {string} */
        ServiceAccountKind: "portal" | "inspection_tool";
        ServiceAccountPage: {
            items: components["schemas"]["ServiceAccount"][];
            next: string | null;
        };
        /** @enum {string} */
        Severity: "veto" | "major" | "deduction" | "management";
        Signature: {
            /** @constant */
            algorithm: "Ed25519";
            key_id: string;
            value: string;
        };
        SignedPaper: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            signer_id: string;
            unit_id: string | null;
            /** Format: date */
            signed_on: string;
            paper_number: string | null;
            evidence_id: string | null;
            /** Format: uuid */
            entered_by: string;
            /** Format: date-time */
            created_at: string;
        };
        SignedPaperEntry: {
            /** Format: uuid */
            signer_id: string;
            /** Format: date */
            signed_on: string;
            paper_number?: string | null;
            unit_id?: string | null;
            evidence_id?: string | null;
        };
        SignedPaperPage: {
            items: components["schemas"]["SignedPaper"][];
            next: string | null;
        };
        Slice: {
            /** Format: uuid */
            notice_id: string;
            /** Format: uuid */
            unit_id: string;
            unit_name: string;
            findings: number;
            /** Format: date-time */
            served_at: string;
            /** Format: date */
            service_date: string;
            received_at: string | null;
            received_by: string | null;
            service_account_id: string | null;
            receipt_deemed: boolean;
            proved_at: string | null;
            proof: ("mail" | "opened" | "contact") | null;
            etag: string;
        };
        SliceAcknowledge: Record<string, never>;
        SliceList: {
            items: components["schemas"]["Slice"][];
            next: string | null;
        };
        SliceReceipt: {
            /** Format: uuid */
            notice_id: string;
            /** Format: uuid */
            unit_id: string;
            received_at: string | null;
            received_by: string | null;
            service_account_id: string | null;
            acknowledged: string[];
        };
        Slip: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            notice_id: string;
            /** Format: uuid */
            unit_id: string;
            rung: number;
            rung_label: string;
            number: string | null;
            addressee: string | null;
            copies: string[];
            text: string | null;
            status: components["schemas"]["SlipStatus"];
            revision: number;
            findings: components["schemas"]["SlipFinding"][];
            /** Format: date-time */
            drafted_at: string;
            issued_at: string | null;
            issued_by: string | null;
            entered_by: string | null;
            signed_paper_id: string | null;
            acknowledged_at: string | null;
            acknowledged_by: string | null;
            service_account_id: string | null;
            withdrawn_at: string | null;
            reason: string | null;
        };
        SlipAcknowledge: Record<string, never>;
        SlipContact: {
            /** Format: date-time */
            at: string;
            type: components["schemas"]["EventType"];
            whom: string | null;
            words: string | null;
        };
        SlipFinding: {
            /** Format: uuid */
            finding_id: string;
            number: number;
            category: string;
            problem: string;
            state: components["schemas"]["State"];
            overdue: boolean;
            /** Format: date-time */
            joined_at: string;
            contacts: components["schemas"]["SlipContact"][];
        };
        SlipIssue: {
            /** Format: uuid */
            signed_paper_id?: string;
            number?: string;
            addressee?: string;
            copies?: string[];
            text?: string;
        };
        SlipPage: {
            items: components["schemas"]["SlipSummary"][];
            next: string | null;
        };
        /** @enum {string} */
        SlipStatus: "draft" | "issued" | "acknowledged" | "withdrawn" | "superseded";
        SlipSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            notice_id: string;
            /** Format: uuid */
            unit_id: string;
            rung: number;
            rung_label: string;
            number: string | null;
            addressee: string | null;
            copies: string[];
            text: string | null;
            status: components["schemas"]["SlipStatus"];
            revision: number;
            findings: string[];
            /** Format: date-time */
            drafted_at: string;
            issued_at: string | null;
            issued_by: string | null;
            entered_by: string | null;
            signed_paper_id: string | null;
            acknowledged_at: string | null;
            acknowledged_by: string | null;
            service_account_id: string | null;
            withdrawn_at: string | null;
            reason: string | null;
        };
        SlipWithdraw: {
            /** Format: uuid */
            signed_paper_id?: string;
            reason?: string;
        };
        /** @enum {string} */
        Standing: "shown" | "missing" | "on_site" | "on_paper";
        /** @enum {string} */
        State: "draft" | "notified" | "rectifying" | "responded" | "verified" | "returned" | "ongoing" | "closed" | "withdrawn";
        TimeLedger: {
            /** Format: uuid */
            finding_id: string;
            stretches: components["schemas"]["TimeStretch"][];
            working_days: {
                unit: number;
                office: number;
                transfer: number;
                former_unit: number;
            };
        };
        TimeStretch: {
            holder: components["schemas"]["Holder"];
            label: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            running: boolean;
            working_days: number;
        };
        Unit: {
            /** Format: uuid */
            id: string;
            parent_id: string | null;
            name: string;
            aliases: string[];
            mailbox: string | null;
            office_head: components["schemas"]["OfficeHead"] | null;
            /** @enum {string} */
            status: "open" | "closed";
            reads_below: boolean;
        };
        UnitChange: {
            name?: string;
            parent_id?: string | null;
            aliases?: string[];
            mailbox?: string | null;
            office_head?: {
                name: string;
                /** Format: email */
                address: string;
            } | null;
            reads_below?: boolean;
            /** @enum {string} */
            status?: "open" | "closed";
        };
        UnitEntry: {
            name: string;
            parent_id?: string | null;
            aliases?: string[];
            mailbox?: string | null;
            office_head?: {
                name: string;
                /** Format: email */
                address: string;
            } | null;
            reads_below?: boolean;
        };
        UnitName: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        UnitNamePage: {
            items: components["schemas"]["UnitName"][];
            next: string | null;
        };
        UnitPage: {
            items: components["schemas"]["Unit"][];
            next: string | null;
        };
        UnitSuccession: {
            /** Format: uuid */
            successor_id?: string;
            reason?: string;
            /** Format: uuid */
            signed_paper_id?: string;
        };
        UnitSuccessionReport: {
            reassigned: string[];
            left: {
                /** Format: uuid */
                finding_id: string;
                /** @enum {string} */
                code: "NOT_IN_THIS_STATE" | "ROLE_NOT_ALLOWED" | "SAME_PERSON" | "LEADER_REQUIRED" | "FIELD_REQUIRED" | "EVIDENCE_REQUIRED" | "REPORT_REQUIRED" | "RETEST_REASON_REQUIRED" | "REVIEW_BEGUN" | "TOO_LATE_TO_ASK" | "DUE_NOT_ALLOWED" | "LIMIT_REACHED" | "REQUEST_PENDING" | "NO_SUCH_REQUEST" | "UNIT_REQUIRED" | "UNIT_CLOSED" | "NOTHING_TO_CHANGE" | "FUTURE_DATE" | "UNKNOWN_INDICATOR" | "SEVERITY_UNCONFIRMED" | "OFFLINE_ONLY" | "SUPERSEDED" | "RETEST_TAKEN";
            }[];
        };
        /** @enum {string} */
        Verdict: "granted" | "refused";
        ViewGiven: {
            /** Format: uuid */
            request_id: string;
            agrees: boolean;
            revision: number;
        };
        Withdraw: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            reason_code?: components["schemas"]["WithdrawReason"];
            grounds?: string;
        };
        /** @enum {string} */
        WithdrawReason: "false_alarm" | "duplicate" | "wrong_unit" | "notice_revoked" | "other";
        WithdrawRequest: {
            /** Format: uuid */
            signed_paper_id?: string;
            paper_number?: string;
            reason?: string;
        };
    };
    responses: {
        /** @description VALIDATION_FAILED 请求内容有误；CURSOR_INVALID 翻页标记无效；KEY_REQUIRED 缺少幂等键 */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNAUTHENTICATED 未通过身份验证；STEP_UP_REQUIRED 需要重新登录 */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description FORBIDDEN 没有访问权限；SCOPE_MISSING 密钥权限不足；OWN_ROLE 不能办理本人任职和登录；ROLE_NOT_ALLOWED 没有办理权限；SAME_PERSON 须由他人办理；LEADER_REQUIRED 须由审签领导办理 */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NOT_FOUND 没有找到 */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description ALREADY_EXISTS 已有相同记录；DUTIES_APART 不相容的任职；OPEN_DUTIES 仍有任职或在办事项；LOCKED 正在办理；NOT_SETTLED 尚未办结；NOT_A_REHEARSAL 不是演练办公室；ALREADY_RUNNING 正在执行；COUNT_DIFFERS 数量有变；BEING_SCANNED 材料正在检查；NOT_IN_THIS_STATE 当前状态不能办理；REVIEW_BEGUN 初核已开始；TOO_LATE_TO_ASK 已超过申请期限；LIMIT_REACHED 已达申请次数上限；REQUEST_PENDING 已有申请待审批；NO_SUCH_REQUEST 没有待审批的申请；UNIT_CLOSED 责任单位已撤销；NOTHING_TO_CHANGE 没有变化；SUPERSEDED 已失效；RETEST_TAKEN 复测任务不在您手中 */
        Problem409: {
            headers: {
                /** @description 多少秒后重试。 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description STALE 内容已更新 */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description BODY_TOO_LARGE 内容过大 */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description MEDIA_TYPE 不支持的内容类型 */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNKNOWN_REFERENCE 引用的记录不存在；FILE_REFUSED 不接受该文件；FILE_ACTIVE 文件含有宏或程序；ARCHIVE_UNSAFE 文件内部结构异常；PICTURE_TOO_LARGE 图片尺寸过大；SECRECY_MARKED 文件带有密级标志；STORAGE_EXCEEDED 存储额度不足；FILE_INFECTED 材料未通过病毒检查；OLD_FORMAT 不读取旧版文档格式；OFD_FORMAT 不读取 OFD 文件；UNKNOWN_FORMAT 不读取该格式；FILE_WITHOUT_TEXT 图片和扫描件中没有文字；FILE_ENCRYPTED 文件有密码；FILE_DAMAGED 文件已损坏；TEXT_TOO_LONG 内容过多；READING_TOO_SLOW 识读超时；ONLY_FORWARD 只能向前推进；KEY_REUSED 幂等键已被使用；NOTICE_REFUSED 通报不能印发；FIELD_REQUIRED 缺少必填内容；EVIDENCE_REQUIRED 缺少佐证材料；REPORT_REQUIRED 缺少盖章反馈；RETEST_REASON_REQUIRED 须说明理由；DUE_NOT_ALLOWED 时限不符合规定；UNIT_REQUIRED 缺少责任单位；FUTURE_DATE 日期不能晚于现在；UNKNOWN_INDICATOR 没有该检查指标；SEVERITY_UNCONFIRMED 严重程度未确认；OFFLINE_ONLY 须线下办理 */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description IF_MATCH_REQUIRED 缺少版本标记 */
        Problem428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description QUOTA_EXCEEDED 次数过多 */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description INTERNAL 系统错误 */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNAVAILABLE 服务暂不可用；OVERLOADED 系统繁忙 */
        Problem503: {
            headers: {
                /** @description 多少秒后重试。 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        IdempotencyKey: string;
        /**
         * @description 您所看到的版本：上一次读取时的 ETag。
         * @example "3"
         */
        IfMatch: string;
        /** @description 已有的版本；没有变化时答复 304，不含内容。 */
        IfNoneMatch: string;
        /** @description 在多个办公室任职的人，用它指明是哪一个。 */
        OfficeId: string;
        /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
        OnBehalfOf: string;
        /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
        AcceptLanguage: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listNotices: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "draft" | "issued" | "supplemented" | "revoked";
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    draftNotice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeDraft"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeText"];
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeReading"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeNotice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoticeChange"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    expandFinding: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeExpansion"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    issueNotice: {
        parameters: {
            query?: {
                dry_run?: boolean;
            };
            header?: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。试算时不需要。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。试算时不需要。
                 * @example "3"
                 */
                "If-Match"?: string;
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoticeIssue"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeNotice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoticeRevoke"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokeReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSlices: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    acknowledgeSlice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
                unit_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SliceAcknowledge"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SliceReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    editDraft: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftEditBody"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rereadNotice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeReread"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RereadReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    matchNames: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamesInNotice"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamesInRegister"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    consultUnits: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consultation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listConsultations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                notice?: string;
                unit?: string;
                finding?: string;
                unanswered?: boolean;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    answerConsultation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsultationAnswer"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationLine"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    registerConsultationAnswer: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterConsultationAnswer"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationLine"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listLetters: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                notice?: string;
                unit?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    registerLetter: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLetter"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterWithLines"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterWithLines"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                unit?: string[];
                supporting?: boolean;
                state?: ("draft" | "notified" | "rectifying" | "responded" | "verified" | "returned" | "ongoing" | "closed" | "withdrawn")[];
                severity?: ("veto" | "major" | "deduction" | "management")[];
                overdue?: boolean;
                notice?: string;
                indicator?: string;
                asset?: string;
                due_before?: string;
                awaiting?: "unit" | "office";
                fixed?: "unknown" | "no" | "yes";
                reported?: "no" | "yes" | "exempt";
                repeat?: "problem" | "kind";
                lookback?: "waiting" | "failed";
                text?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFindingEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingEventPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFindingDeadline: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deadline"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFindingTimeLedger: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeLedger"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFindingRounds: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    acknowledge: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Acknowledge"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    delegate: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Delegate"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    nameSupporting: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NameSupporting"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    contribute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Contribute"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reportTakedown: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReportTakedown"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reportProgress: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReportProgress"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    respond: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Respond"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    registerResponse: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RegisterResponse"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    recall: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Recall"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    beginReview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BeginReview"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    accept: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Accept"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    acceptPlan: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AcceptPlan"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    return: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Return"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    close: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Close"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    closeUnreported: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CloseUnreported"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reopen: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reopen"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Withdraw"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    correct: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Correct"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reassign: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reassign"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reschedule: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reschedule"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    requestExtension: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RequestExtension"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    dispute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Dispute"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    requestTransfer: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RequestTransfer"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    recordRetest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RecordRetest"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    registerReport: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RegisterReport"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    exemptReport: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ExemptReport"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    recordContact: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RecordContact"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    recordInstruction: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RecordInstruction"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    comment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Comment"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    eraseWords: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EraseWords"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    bulkFindings: {
        parameters: {
            query?: {
                dry_run?: boolean;
            };
            header?: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。试算时不需要。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: string;
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            /** @description 已受理。 */
            202: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listBulkItems: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkItemPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    checkAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Respond"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerCheck"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFindingCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingCertificate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    downloadFindingCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getNoticeCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeCertificate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    downloadNoticeCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: ("pending" | "granted" | "refused" | "withdrawn" | "lapsed")[];
                kind?: "extension" | "dispute" | "transfer";
                unit?: string;
                finding?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    giveView: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GiveView"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewGiven"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    withdrawRequest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WithdrawRequest"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    proposeDecision: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProposeDecision"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    decideRequest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DecideRequest"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSlips: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: ("draft" | "issued" | "acknowledged" | "withdrawn" | "superseded")[];
                unit?: string;
                notice?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSlip: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slip"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    issueSlip: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SlipIssue"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    acknowledgeSlip: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SlipAcknowledge"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    withdrawSlip: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SlipWithdraw"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    uploadEvidence: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["EvidenceForm"] & {
                    file: string;
                };
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    downloadEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description 已有的版本；没有变化时答复 304，不含内容。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description 没有变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getEvidenceMetadata: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    importHits: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                tool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HitBatch"];
                "application/x-ndjson": components["schemas"]["HitReport"];
            };
        };
        responses: {
            /** @description 已受理。 */
            202: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listHitLines: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                result?: "new" | "seen_again" | "unchanged" | "gone" | "invalid";
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                tool: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitLinePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listHits: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                tool?: string;
                status?: "waiting" | "gone_proposed" | "taken_up" | "dismissed";
                indicator?: string;
                finding?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    dismissHit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HitDismissal"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    takeUpHits: {
        parameters: {
            query?: {
                dry_run?: boolean;
            };
            header?: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。试算时不需要。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。试算时不需要。
                 * @example "3"
                 */
                "If-Match"?: string;
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HitTaking"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitsTakenUp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    dismissHits: {
        parameters: {
            query?: {
                dry_run?: boolean;
            };
            header?: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。试算时不需要。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: string;
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HitDismissals"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitsDismissed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listRetests: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "open" | "claimed" | "done" | "cancelled";
                finding?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetestPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    claimRetest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetestClaim"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reportRetest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetestReport"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFindingRetests: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingRetests"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    askRetest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetestAsking"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    cancelRetest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetestCancelling"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSignedPapers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedPaperPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    enterSignedPaper: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedPaperEntry"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedPaper"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSignedPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedPaper"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "open" | "closed";
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createUnit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitEntry"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 已有的版本；没有变化时答复 304，不含内容。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description 没有变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeUnit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UnitChange"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    learnAlias: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LearntAlias"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listUnitNames: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitNamePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reassignFindings: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UnitSuccession"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitSuccessionReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "active" | "disabled";
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonEntry"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description 已有的版本；没有变化时答复 304，不含内容。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description 没有变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeLogin: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LoginChange"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    handOverFindings: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Handover"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ErasePerson"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonErasure"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listMemberships: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                person?: string;
                unit?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createMembership: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipEntry"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description 已有的版本；没有变化时答复 304，不含内容。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description 没有变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeMembership: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipChange"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listServiceAccounts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createServiceAccount: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountEntry"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRotation"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApiKeyRevocation"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSecurityEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                event?: "login_refused" | "attempts_limited" | "step_up_asked" | "behalf_refused" | "login_changed" | "role_given" | "role_changed" | "key_made" | "key_rotated" | "key_revoked" | "words_erased" | "person_erased" | "retention_changed" | "retention_swept" | "register_exported" | "reach_changed";
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityEventPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeRetention: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionChange"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionDecision"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reportBounce: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BouncedMail"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bounce"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listContactFaults: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                standing?: boolean;
                unit?: string;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactFaultPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    clearContactFault: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Clearing"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactFault"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAssets: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                unit?: string;
                status?: "open" | "closed";
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createAsset: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetEntry"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 已有的版本；没有变化时答复 304，不含内容。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description 没有变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeAsset: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AssetChange"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    exportUnits: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    exportAssets: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    importAssets: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetListing"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listIndicators: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPolicies: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changePolicy: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyChange"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createCalendar: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarChange"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    applyCalendar: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description 您所看到的版本：上一次读取时的 ETag。
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarApplication"];
            };
        };
        responses: {
            /** @description 已受理。 */
            202: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    /** @description 版本标记，修改时放入 If-Match。 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getForecast: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changePreferences: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    advanceRehearsal: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearsalAdvance"];
            };
        };
        responses: {
            /** @description 已受理。 */
            202: {
                headers: {
                    /** @description 新记录的地址。 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    cancelOperation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description 每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OperationCancel"];
            };
        };
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 在多个办公室任职的人，用它指明是哪一个。 */
                "Office-Id"?: components["parameters"]["OfficeId"];
                /** @description 单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。 */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Problem400"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["Problem400"];
            500: components["responses"]["Problem500"];
            /** @description 另一种答复。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    listProblemKinds: {
        parameters: {
            query?: never;
            header?: {
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKindList"];
                };
            };
            400: components["responses"]["Problem400"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getProblemKind: {
        parameters: {
            query?: never;
            header?: {
                /** @description 错误说明的语言：zh-CN（缺省）或 en。 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                code: "VALIDATION_FAILED" | "CURSOR_INVALID" | "KEY_REQUIRED" | "UNAUTHENTICATED" | "STEP_UP_REQUIRED" | "FORBIDDEN" | "SCOPE_MISSING" | "OWN_ROLE" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "ALREADY_EXISTS" | "DUTIES_APART" | "OPEN_DUTIES" | "LOCKED" | "NOT_SETTLED" | "NOT_A_REHEARSAL" | "ALREADY_RUNNING" | "COUNT_DIFFERS" | "TOO_SLOW" | "STALE" | "BODY_TOO_LARGE" | "MEDIA_TYPE" | "UNKNOWN_REFERENCE" | "FILE_REFUSED" | "FILE_ACTIVE" | "ARCHIVE_UNSAFE" | "PICTURE_TOO_LARGE" | "SECRECY_MARKED" | "STORAGE_EXCEEDED" | "FILE_INFECTED" | "BEING_SCANNED" | "OLD_FORMAT" | "OFD_FORMAT" | "UNKNOWN_FORMAT" | "FILE_WITHOUT_TEXT" | "FILE_ENCRYPTED" | "FILE_DAMAGED" | "TEXT_TOO_LONG" | "READING_TOO_SLOW" | "ONLY_FORWARD" | "KEY_REUSED" | "NOTICE_REFUSED" | "IF_MATCH_REQUIRED" | "QUOTA_EXCEEDED" | "HEADERS_TOO_LARGE" | "INTERNAL" | "UNAVAILABLE" | "OVERLOADED" | "NOT_IN_THIS_STATE" | "ROLE_NOT_ALLOWED" | "SAME_PERSON" | "LEADER_REQUIRED" | "FIELD_REQUIRED" | "EVIDENCE_REQUIRED" | "REPORT_REQUIRED" | "RETEST_REASON_REQUIRED" | "REVIEW_BEGUN" | "TOO_LATE_TO_ASK" | "DUE_NOT_ALLOWED" | "LIMIT_REACHED" | "REQUEST_PENDING" | "NO_SUCH_REQUEST" | "UNIT_REQUIRED" | "UNIT_CLOSED" | "NOTHING_TO_CHANGE" | "FUTURE_DATE" | "UNKNOWN_INDICATOR" | "SEVERITY_UNCONFIRMED" | "OFFLINE_ONLY" | "SUPERSEDED" | "RETEST_TAKEN";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
