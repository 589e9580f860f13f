/// Encounter, Patient, Practitioner and Organization, as their forms were filled in.
extension FHIRRecord {
    func encounter(
        _ session: Session, by today: Day, _ forms: [Form], _ context: FHIRContext
    ) -> FHIRResource {
        let entries = session.entries
        let day = entries["date"].flatMap(Day.init(iso:))
        let moments = ["start", "stop"].map { field in
            day.flatMap { day in
                entries[field].flatMap(ClockTime.init).flatMap { time in
                    session.zoneOffsetMinutes.flatMap {
                        Moment(day: day, time: time, zoneOffsetMinutes: $0)
                    }
                }
            }
        }
        let ends = moments.map { $0.map(FHIRValue.instant) ?? FHIRValue.day(day) }
        let isMissed = entries["missed"] != nil
        return FHIRCare.encounter(
            FHIRName(session.id.record, .encounter), place: entries["place"],
            code: entries["code"], period: ["start": ends[0], "end": ends[1]],
            status: isMissed ? "cancelled" : (day ?? today) > today ? "planned" : "finished",
            missed: entries["missed"], text: FHIRValue.narrative(entries, forms, "session"), context
        )
    }

    func patient(_ name: FHIRName, _ forms: [Form], _ context: FHIRContext) -> FHIRResource {
        let file = client.entries
        let contacts = [("C", "emergency-contact"), ("N", "guardian")].map { code, field in
            FHIRValue.text(file[field]).map { text -> FHIRValue in
                [
                    "relationship": [FHIRCodes.concept(FHIRCodes.hl7("v2-0131"), code)],
                    "name": ["text": text],
                ]
            }
        }
        let pronouns = FHIRCodes.concept(file["pronouns"]).map { pronouns -> FHIRValue in
            [
                [
                    "url": "http://hl7.org/fhir/StructureDefinition/individual-pronouns",
                    "extension": [["url": "value", "valueCodeableConcept": pronouns]],
                ]
            ]
        }
        return FHIRResource(
            name, "Patient",
            [
                "text": .narrative(file, forms, "client"), "active": .flag(file["closed"] == nil),
                "name": .some([
                    FHIRValue.text(file["name"]).map { ["use": "official", "text": $0] },
                    FHIRValue.text(file["chosen-name"]).map { ["use": "usual", "text": $0] },
                ]),
                "identifier": FHIRPeople.recordNumber(file["record-number"]),
                "birthDate": .day(file["born"].flatMap(Day.init(iso:))),
                "telecom": .some([
                    FHIRPeople.contact("phone", file["phone"]),
                    FHIRPeople.contact("email", file["email"]),
                ]),
                "address": FHIRPeople.address(file["address"], state: file["state"]),
                "contact": .some(contacts), "extension": pronouns,
                "managingOrganization": context.organization,
            ])
    }

    func practitioner(_ name: FHIRName) -> FHIRResource {
        let form = practice.entries
        let signer = Signer(
            name: form["name"] ?? "", credentials: form["credentials"] ?? "",
            licence: form["licence"] ?? "")
        return FHIRPeople.practitioner(
            signer, name,
            [
                "identifier": FHIRValue.text(form["npi"]).map {
                    [["system": "http://hl7.org/fhir/sid/us-npi", "value": $0]]
                },
                "telecom": .some([
                    FHIRPeople.contact("phone", form["phone"]),
                    FHIRPeople.contact("email", form["email"]),
                ]),
            ])
    }

    func organization(_ name: FHIRName) -> FHIRResource {
        let form = practice.entries
        return FHIRResource(
            name, "Organization",
            [
                "name": .text(form["practice"] ?? form["name"]),
                "identifier": FHIRValue.text(form["tax-id"]).map {
                    [["system": "urn:oid:2.16.840.1.113883.4.4", "value": $0]]
                },
                "telecom": .some([FHIRPeople.contact("phone", form["phone"])]),
                "address": FHIRPeople.address(form["address"]),
            ])
    }
}
