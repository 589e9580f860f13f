import Audit
import Sealing
import Testing

/// The leaf's bytes, pinned: whoever changes one of these breaks every trail that was ever written.
///
/// Computed apart from this program, in Python with `struct` and `hashlib`.
@Suite struct `Audit entry vectors` {
    /// One field a line: four bytes of length, then the content.
    static let signed = [
        "000000137661756c742e61756469742e6c6561662f7631",
        "000000080000000000000001",
        "000000080000000000000007",
        "00000008000001a208100ffb",
        "00000008fffffffffffffed4",
        "0000000d646f63756d656e742e7369676e",
        "0000000c70726163746974696f6e6572",
        "00000010000102030405060708090a0b0c0d0e0f",
        "00000010101112131415161718191a1b1c1d1e1f",
        "000000080000000000000002",
        "000000080000000000000029",
        "00000020163582ca2492a0c882a5d643321a8f984582225f175181e0ca30b012a36c4e9f",
        "00000008000000000000002a",
        "00000020ef23b49a59bb44d6116298e29cb5a28eaa10161928582ff414607b7d0ce52422",
        "000000080000000000000003",
        "00000005636f756e74",
        "0000000133",
        "00000006656e67696e65",
        "000000086275696c742d696e",
        "0000000772756c652d6964",
        "0000001172657175697265642d73656374696f6e73",
        "00000010202122232425262728292a2b2c2d2e2f",
    ]

    static let bare = [
        "000000137661756c742e61756469742e6c6561662f7631",
        "000000080000000000000001",
        "000000080000000000000000",
        "00000008000001a208100f80",
        "00000008000000000000003c",
        "0000000c7661756c742e637265617465",
        "0000000c70726163746974696f6e6572",
        "00000000",
        "00000000",
        "000000080000000000000000",
        "000000080000000000000000",
        "00000010202122232425262728292a2b2c2d2e2f",
    ]

    static func entry(_ act: AuditAct, details: [AuditEntry.Detail]) throws -> AuditEntry {
        try AuditEntry(
            number: 7, time: 1_795_431_600_123, zone: -300, act: act, actor: "practitioner",
            client: Array(0..<16), record: Array(16..<32),
            rows: [RowDigest(sequence: 41, sealed: Array("row 41".utf8))],
            details: details, salt: Array(32..<48))
    }

    @Test func `an entry with everything in it`() throws {
        let entry = try AuditEntry(
            number: 7, time: 1_795_431_600_123, zone: -300, act: .documentSign,
            actor: "practitioner", client: Array(0..<16), record: Array(16..<32),
            rows: [41, 42].map { RowDigest(sequence: $0, sealed: Array("row \($0)".utf8)) },
            details: [
                .init(.count, "3"), .init(.engine, "built-in"),
                .init(.ruleId, "required-sections"),
            ],
            salt: Array(32..<48))
        #expect(hex(entry.bytes) == Self.signed.joined())
        #expect(
            "\(entry.leafHash)"
                == "c0f29bd0ce03d860627cff32c286bbd2cff280c07abbebf63ffbcb89bef15b6e")
        #expect(try AuditEntry(bytes: bytes(hex: Self.signed.joined())) == entry)
    }

    @Test func `an entry with nothing but what it must have`() throws {
        let entry = try AuditEntry(
            number: 0, time: 1_795_431_600_000, zone: 60, act: .vaultCreate,
            actor: "practitioner", salt: Array(32..<48))
        #expect(hex(entry.bytes) == Self.bare.joined())
        #expect(try AuditEntry(bytes: bytes(hex: Self.bare.joined())) == entry)
    }

    @Test(arguments: AuditAct.allCases)
    func `every act has its pinned leaf`(_ act: AuditAct) throws {
        let entry = try Self.entry(act, details: [.init(.outcome, "done")])
        let pinned = try #require(Self.leafHashes[act.rawValue], "a new act needs a vector")
        #expect("\(entry.leafHash)" == pinned)
        #expect(try AuditEntry(bytes: entry.bytes) == entry)
    }

    @Test func `no pinned act was removed or renamed`() {
        #expect(Set(Self.leafHashes.keys) == Set(AuditAct.allCases.map(\.rawValue)))
    }

    @Test func `no pinned detail was removed or renamed`() {
        let pinned = """
            basis clock count digest duration edited engine format from header kind medium \
            method model outcome reason rule-id setting size slot storage total until version \
            witness
            """
        #expect(
            pinned.split(separator: " ").map(String.init) == AuditDetail.allCases.map(\.rawValue))
    }

    /// Act, and the leaf hash of ``entry(_:details:)`` with it.
    static let leafHashes = Dictionary(
        uniqueKeysWithValues: leafHashTable.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words[0], words[1])
        })

    private static let leafHashTable = """
        vault.create 3df32dcfdc51abadb3030d565ab741f9b6fb4924ca40cb06b7cde3b4fea1e0cb
        vault.open e6d1fc50f9f7afa4e19a647e33d6a4981b01764b84eb3f598332f2db953a58f7
        vault.open-failed 33770688dfad748ccdc247b0abeec398d83869bb6f7e01e25af37d5323d803cf
        vault.lock 8392317c3ee22fd88ba052f5cb70b4d95160121688750b6a04bd833d2a9cf65c
        vault.auto-lock 6151b47d9466d2729524c3468a894376242d82cf15ee6f10678fb83f160e44c7
        vault.verify 43d693e99b6e7c6138c9fc4cd739c9f4e6f458ebb68e8b1ef43a3df8f748ee42
        vault.restore 0dcd347ad28850f96b13a01a202ab59e7d64e03be212b9a521d2d7060b3701e3
        backup.make b6fa0bea4e41089938fd0b55e0f583cfe9ef113310e3b17190b09f3fef6f1a2e
        backup.verify 80752a9720d4f850979c188af0b563588e568a506804558fda5774f4121f4e01
        settings.change 4b42a42b88a2f3b487e747419caf7a37fbef848e94825355a3c0514d51bb3a3f
        clock.jump cdd781b40303957c4f0c99475d06fadb66347f59e72c06c3d9efc5af371ec4ec
        passphrase.change 6e5da9d7947db43dd9ad6bec55e526b97a2763546c7dd368d682f8dcbfcfbc64
        slot.add 4e5502ac1c5cf7b7e2e78fc38995bb464ee863bd6964bfe3d8bc574c2757193d
        slot.remove 778208c1d0faa585c7d254238c55b08a7ada2541046f8a3eea0f0e5603a59fbe
        slot.check b043a779ffb4a5ace13c399b5d59fd6db537b77b3fd6f2bcaf990b8dd2e37ac4
        recovery.use 4c0ddb35e600244e65b414820fb9d63c7eadec8fafc1faf9f54264a4eff9e802
        executor.use 052518add77fa9825bda4a02419d8ea97517f15418d8b98be00232b2ad05cadf
        client.create 9eb0cc7cf8b78bc3ab60efe342bc829f2be2ccdc011ab3f0b78bc9f7e6d64050
        client.change 4b8e39e63caf840382cf3f1eb4e120a178ef37842bcba617f90856699b8d8e29
        client.view dd819aa9c9a5f621c06442ab9a6bd4726f0febbf1e9919792627b18a2308c87c
        client.close 173de693863f96dedd310fc76de6ef3bcdece3e5e67c567bad0840a8f6db393d
        client.reopen 4beeb4fd4a495b1d9585ecf02eaf57f4a2ba2ba93530e4fedb5b1235e335b10e
        client.hold 3b389cd003de3ca991f91d6612d08f9a3a36b9ec5a53c9299999ed527f8a85f4
        client.release af8b1828c60ed2523e274536d78babb3deb23d3667e6b5e08715f3cb87578959
        client.destroy 46144c30da1eaef5f877143eb3a66a0b71410656c5ff634e85b7b09031ac0984
        session.create ecd670f6b5a2f89427f83f2238ba6ed9d8c94bf0e516c5988936fffd89ab303b
        session.change bb8b10c08ab0b55daa9c814875ca03feb98ca8b5eb35cb56a67bac3d0f4a0011
        session.view a1adf29d51491cdaf002ffd68d6e8f5723056367fcb915b850fdc4e19815dad9
        measure.create 7a64240ade8f4119663019e7e2d689a76c94a4be5e21ff17661d39f847034f50
        measure.change 229acd8fd60e45a7edec8ead1e3a2f232a27ad8ad4bb830aea32d016772f21db
        jotting.create a43e5a47589673a92d09622a3ad658e3644147ab2285adc6944793a5b9993f70
        jotting.change a26b2bd0bcdc327450072a3acd863ce39401c777b5e1f99743747631bb9379be
        jotting.view cee44c382fddc076c5d78c1f1ed6bec168708d8510433994a56433b1ebb50640
        psychotherapy-note.create b3e7c5dd981ea470694021971c9c94f57dcf1fcc295fc800d974b02f9465db1f
        psychotherapy-note.change e475c5945d9477a74e980d2537809b5a193c93cf16fc6d8dd7aa94cb63d2063e
        psychotherapy-note.view 987af4398063919f84045511f5a39dd8f55e4e49d2b98245cda6cd72096378fa
        attachment.create 55bd0ed5d03cac3cc8e6bb2209549f5cdc8549e14ad1e7c5a9708d6567bddf19
        attachment.view c47d79625792f4aece6ecedf779bea2d8d94969ef914601dca8d2d5603ab26fe
        import.done 8bdfd3db24e2845287217a2ef6db03716331d9dc87c73bad4149fe9505b14d58
        record.search cce356dd4a9b9debea60ea2a3d222b08fa63dd18fa865f9650d526d7727ac509
        consent.give 9c1432b5350e6596fe8b4c60586b6f5b763362fc27616040667e97dfb9de0a43
        consent.change cd21b43abc2e07e4e20a753463b313f9740cbad7017560f20bfd3272f821f680
        consent.revoke b6b6b583d622640f364fa45034c9bafaac729a66779147f9cffd3ccc1f8760d6
        consent.expire f2fdcdcb0d943c44139885c94c13d844c2a8a5a0de8a5287c3fb6c8a597ceaf6
        request.open 72fe2c51b0c3148fd7164ddeaf5981cadcff5f47e9792bf37c142a3272e9c958
        request.change d414a6f0caebef6b3a58ca028d060a43fd4d260d594777e5224b69ecfb0eb29f
        request.view 50e5f9631681c3dde76d2b96b2b705bdf751c934888bb79a4b0e381d0b4de8b8
        request.close d0f127d4a8b429ae1fd2c3700aca25b603c8819c62deda1126262900dc56cf67
        disclosure.record bebb22e7650dc7c0bffeefced0f58bfe46f73ca1381bb5a131637da64285a0b2
        disclosure.change c121b2ff8dfdb15cde02347dcebc40dc130b026b47d069b62511457f184c6d7d
        disclosure.refuse 67e25162ce51d4ca5255bde6d3aacce293a7589e0793596d89e18c40e36ff19b
        disclosure.override 1bc5230e1254e44fb86dd9a718a37aca1a30c69c8256bbc5749e0764d2bd2c18
        disclosure.suspend 234177c0271782eed7fb31f2151f2ceef2d37d5335c6f6c180b732efc5339094
        disclosure.account 682c16a05f0a0505d3ddb217e15390643dfeaa52cdd05dbe1897c441ac11fcdc
        export.intent ea31a02b5dc7878208e2736ebc76019fafd9b20bd43cec3ba40f98e391ea3f32
        export.done a1d7babad08a3edd75fa1888b50dfafc01522f33159159770d338e7139daa07d
        export.failed 2d1dc3b3aaf6e262bb25bb10c7837c712631f3294a45e150351d69d5812484a5
        document.draft e1ef3d2684742a942f32072c8cfaea40d04ae932e12c4ebd7a60fe526ba665e9
        document.change a6820394cc484e8d5b6f050565157c853afdc4341738c904239709a837c43792
        document.view 0b5ae26d19ce771bac89bd06e418f080422179f736d992e94a3d7a13195119e0
        document.review c8abeb954d9d0c42c27859731d90d14d9ca585c107b3fcbe764c9ecac237ba08
        document.sign fb247a3263c0de0ca2d71bdd2c994b913e3a47f08aaa6565d817fbb1c8021233
        document.sign-refused 65e1a715c6d25cd5e1c5a26327d220f6ae9626b88e8bf16c327e0e0efe1eb13f
        document.amend f38eb47022672833f8e7c7390b5747b08b577db9615c5343773f49b3025e3ce6
        document.discard 42572c9f9857d8301c4fb6a312da2b68161353daa61ba3fe4d107557c9821dfc
        audit.view 4ed38102176f5ebccc65a83aa9cec41d739799b613c82b8b561033aa8e49c64c
        audit.review eae7d62a89d9eb20486f43ca0e4e72d2393926ec19800b56ddc53557ca8d2ba1
        report.make 5aec2712d00d8504cc09ef79c4988af1564099b1e2e162bbea0607ab64a3628e
        witness.record ba5f5e2206fc581b3862344d4fea215538f46cd3aee49d07c8f81452c0e8104f
        incident.open 1aa595e33ac90a5447afe9100de0bf88c33cf8dfc97079114b389a0d3ab606e1
        incident.change 61b8cd19ad7f8a6606e9f1b8e9af9081f262375c82593b34a7f04ade3f38e8b5
        incident.view b9fd10ae9f68da10b613e2d971752ed8fc5d351274693f7b9d6175403e57229e
        incident.close 920a7393c48a2890d54bb84b0f59928a18f9b80949d67eeb714d03449f4352e0
        """
}
