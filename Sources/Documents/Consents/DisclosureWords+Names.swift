extension DisclosureWords {
    /// Capital letters, and yet no person's name: beginnings of sentences, days, offices, places.
    static let noNames = Set(
        """
        a after all an and any as at before both by dear either enclosed every for from he her here his how i
        if in it its kindly may my no not of on once or our please should since so thank thanks that the their
        there these they this those to until we what when where which while who will with yes you your
        january february march april may june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday act administration agency apartment apartments authority
        authorization avenue bay board boulevard building bureau care center centre city clinic code college
        commission committee community consulting council county court department desk dean disability district
        division doctor dr drive education elementary employee employees employer family fax federal flat floor
        form foundation group health high hospital house housing human inc institute insurance judge justice
        labor landlord lane law leave library llc llp ltd management manager medical memorial middle mother new
        north occupational office officer park part personnel physician place policy practice primary program
        programme public records regional release resources rights road room safety saint school section
        security service services sir social society south state states street student students suite support
        team trust unit united university village welfare west east worker workers madam md phd lcsw lmft lpc
        psyd mrs mr ms mx miss
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Given names that are no everyday words.
    static let givenNames = Set(
        """
        aaron abigail adam adrian ahmed alan albert alejandro alex alexander alice alicia alison amanda amy
        ana andre andrea andrew angela anita ann anna anne anthony antonio aria arthur ashley barbara beatrice
        ben benjamin beth bethany betty bianca bob brad brandon brenda brian bruce bryan caleb camila carl carla
        carlos carmen carol caroline carolyn catherine cathy charles charlotte cheryl chloe chris christina
        christine christopher cindy claire clara claudia colin connor craig crystal cynthia dan daniel daniela
        danielle david deborah debra dennis derek diana diane diego dmitri donald donna doris dorothy doug
        douglas dylan edward eileen elaine elena eli elijah elizabeth ella ellen emily emma eric erica erin
        ethan eva evan evelyn fatima felix fiona frances francesca francis frank fred gabriel gabriela gary
        george gerald gina gloria greg gregory hannah harold harry heather helen henry howard ian ibrahim
        ines irene isaac isabel isabella ivan jack jackie jacob jacqueline jake james jamie jan jane janet janice
        jared jason jasmine javier jean jeff jeffrey jen jennifer jenny jeremy jerry jesse jessica jill jim joan
        joanna joe joel johanna john johnny jonathan jorge jose joseph joshua joyce juan juanita judith judy
        julia julian julie justin kara karen karl kate katherine kathleen kathryn katie kayla keith kelly ken
        kenneth kevin kim kimberly kyle larry laura lauren lawrence leah lena leo leon leonard leslie liam lillian
        linda lisa liz logan lois lori louis louise lucas lucia lucy luis luke lydia madison malik marcus margaret
        maria marian marie marilyn marisol martha martin marvin mary mateo matt matthew megan mei melanie melissa
        michael michelle miguel mike mohamed mohammed molly monica nadia nancy naomi natalie natasha nathan
        neil nicholas nick nicole nina noah nora norma oliver olivia omar oscar pablo pamela patricia patrick
        paul paula pedro peter phil philip phyllis priya rachel rafael ralph ramon raymond rebecca renee ricardo
        richard rick rita robert roberto robin rodrigo roger ron ronald rosa roy russell ruth ryan sabrina
        sally sam samantha samuel sandra sara sarah scott sean sergio sharon sheila shirley simon sofia sonia
        sophia sophie stacy stanley stephanie stephen steve steven stuart sue susan suzanne sylvia tamara tanya
        tara ted teresa theo theodore theresa thomas tiffany tim timothy tina todd tom tony tracy tyler valerie
        vanessa vera veronica vicki victor victoria vincent virginia vivian walter wanda wayne wendy wesley
        william yolanda yusuf zachary zoe
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
