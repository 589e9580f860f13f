// swift-format-ignore-file
// Made by Tests/DocumentsTests/Peer/make_icd10cm.py; not for editing by hand.
extension Codes {
    /// The diagnoses, a line each: code, 1 if it is complete or 0 if it needs more digits, title,
    /// inclusion terms; tabs between. First lines: release, first day, source; covered beginnings.
    static let icd10cmText = #"""
#release	ICD-10-CM, April 2026	2026-04-01	NCHS and CMS tabular list of April 1, 2026 (simple-icd-10-cm 1.5.0)
#covers	F	G31.84	G47	R40.0	R40.1	R40.4	R41	R42	R43	R44	R45	R46	T14.91	T74	T76	Z03.89	Z04.4	Z04.6	Z04.7	Z04.8	Z13.3	Z13.4	Z55	Z56	Z57	Z58	Z59	Z60	Z62	Z63	Z64	Z65	Z69	Z70	Z71	Z72	Z73	Z74	Z75	Z76	Z81	Z86.5	Z87.820	Z87.890	Z91.1	Z91.4	Z91.5	Z91.8
F01	0	Vascular dementia	
F01.5	0	Vascular dementia, unspecified severity	
F01.50	1	Vascular dementia, unspecified severity, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Major neurocognitive disorder due to vascular disease NOS; Vascular dementia NOS
F01.51	0	Vascular dementia, unspecified severity, with behavioral disturbance	
F01.511	1	Vascular dementia, unspecified severity, with agitation	
F01.518	1	Vascular dementia, unspecified severity, with other behavioral disturbance	
F01.52	1	Vascular dementia, unspecified severity, with psychotic disturbance	
F01.53	1	Vascular dementia, unspecified severity, with mood disturbance	
F01.54	1	Vascular dementia, unspecified severity, with anxiety	Major neurocognitive disorder due to vascular disease, unspecified severity, with anxiety
F01.A	0	Vascular dementia, mild	
F01.A0	1	Vascular dementia, mild, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Major neurocognitive disorder due to vascular disease, mild, NOS; Vascular dementia, mild, NOS
F01.A1	0	Vascular dementia, mild, with behavioral disturbance	
F01.A11	1	Vascular dementia, mild, with agitation	
F01.A18	1	Vascular dementia, mild, with other behavioral disturbance	
F01.A2	1	Vascular dementia, mild, with psychotic disturbance	
F01.A3	1	Vascular dementia, mild, with mood disturbance	Vascular dementia, mild, with mood disturbance such as depression, apathy, or anhedonia
F01.A4	1	Vascular dementia, mild, with anxiety	Major neurocognitive disorder due to vascular disease, mild, with anxiety
F01.B	0	Vascular dementia, moderate	
F01.B0	1	Vascular dementia, moderate, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Major neurocognitive disorder due to vascular disease, moderate, NOS; Vascular dementia, moderate, NOS
F01.B1	0	Vascular dementia, moderate, with behavioral disturbance	
F01.B11	1	Vascular dementia, moderate, with agitation	
F01.B18	1	Vascular dementia, moderate, with other behavioral disturbance	
F01.B2	1	Vascular dementia, moderate, with psychotic disturbance	
F01.B3	1	Vascular dementia, moderate, with mood disturbance	
F01.B4	1	Vascular dementia, moderate, with anxiety	Major neurocognitive disorder due to vascular disease, moderate, with anxiety
F01.C	0	Vascular dementia, severe	
F01.C0	1	Vascular dementia, severe, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Major neurocognitive disorder due to vascular disease, severe, NOS; Vascular dementia, severe, NOS
F01.C1	0	Vascular dementia, severe, with behavioral disturbance	
F01.C11	1	Vascular dementia, severe, with agitation	
F01.C18	1	Vascular dementia, severe, with other behavioral disturbance	
F01.C2	1	Vascular dementia, severe, with psychotic disturbance	
F01.C3	1	Vascular dementia, severe, with mood disturbance	Vascular dementia, severe, with mood disturbance such as depression, apathy, or anhedonia
F01.C4	1	Vascular dementia, severe, with anxiety	Major neurocognitive disorder due to vascular disease, severe, with anxiety
F02	0	Dementia in other diseases classified elsewhere	
F02.8	0	Dementia in other diseases classified elsewhere, unspecified severity	
F02.80	1	Dementia in other diseases classified elsewhere, unspecified severity, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Dementia in other diseases classified elsewhere NOS; Major neurocognitive disorder in other diseases classified elsewhere NOS
F02.81	0	Dementia in other diseases classified elsewhere, unspecified severity, with behavioral disturbance	
F02.811	1	Dementia in other diseases classified elsewhere, unspecified severity, with agitation	
F02.818	1	Dementia in other diseases classified elsewhere, unspecified severity, with other behavioral disturbance	
F02.82	1	Dementia in other diseases classified elsewhere, unspecified severity, with psychotic disturbance	
F02.83	1	Dementia in other diseases classified elsewhere, unspecified severity, with mood disturbance	
F02.84	1	Dementia in other diseases classified elsewhere, unspecified severity, with anxiety	
F02.A	0	Dementia in other diseases classified elsewhere, mild	
F02.A0	1	Dementia in other diseases classified elsewhere, mild, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Dementia in other diseases classified elsewhere, mild, NOS; Major neurocognitive disorder in other diseases classified elsewhere, mild, NOS
F02.A1	0	Dementia in other diseases classified elsewhere, mild, with behavioral disturbance	
F02.A11	1	Dementia in other diseases classified elsewhere, mild, with agitation	
F02.A18	1	Dementia in other diseases classified elsewhere, mild, with other behavioral disturbance	
F02.A2	1	Dementia in other diseases classified elsewhere, mild, with psychotic disturbance	
F02.A3	1	Dementia in other diseases classified elsewhere, mild, with mood disturbance	
F02.A4	1	Dementia in other diseases classified elsewhere, mild, with anxiety	Major neurocognitive disorder in other diseases classified elsewhere, mild, with anxiety
F02.B	0	Dementia in other diseases classified elsewhere, moderate	
F02.B0	1	Dementia in other diseases classified elsewhere, moderate, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Dementia in other diseases classified elsewhere, moderate, NOS; Major neurocognitive disorder in other diseases classified elsewhere, moderate, NOS
F02.B1	0	Dementia in other diseases classified elsewhere, moderate, with behavioral disturbance	
F02.B11	1	Dementia in other diseases classified elsewhere, moderate, with agitation	
F02.B18	1	Dementia in other diseases classified elsewhere, moderate, with other behavioral disturbance	
F02.B2	1	Dementia in other diseases classified elsewhere, moderate, with psychotic disturbance	
F02.B3	1	Dementia in other diseases classified elsewhere, moderate, with mood disturbance	
F02.B4	1	Dementia in other diseases classified elsewhere, moderate, with anxiety	
F02.C	0	Dementia in other diseases classified elsewhere, severe	
F02.C0	1	Dementia in other diseases classified elsewhere, severe, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Dementia in other diseases classified elsewhere, severe, NOS; Major neurocognitive disorder in other diseases classified elsewhere, severe, NOS
F02.C1	0	Dementia in other diseases classified elsewhere, severe, with behavioral disturbance	
F02.C11	1	Dementia in other diseases classified elsewhere, severe, with agitation	
F02.C18	1	Dementia in other diseases classified elsewhere, severe, with other behavioral disturbance	
F02.C2	1	Dementia in other diseases classified elsewhere, severe, with psychotic disturbance	
F02.C3	1	Dementia in other diseases classified elsewhere, severe, with mood disturbance	
F02.C4	1	Dementia in other diseases classified elsewhere, severe, with anxiety	Major neurocognitive disorder in other diseases classified elsewhere, severe, with anxiety
F03	0	Unspecified dementia	Major neurocognitive disorder NOS; Presenile dementia NOS; Presenile psychosis NOS; Primary degenerative dementia NOS; Senile dementia NOS; Senile dementia depressed or paranoid type; Senile psychosis NOS
F03.9	0	Unspecified dementia, unspecified severity	
F03.90	1	Unspecified dementia, unspecified severity, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Dementia NOS
F03.91	0	Unspecified dementia, unspecified severity, with behavioral disturbance	
F03.911	1	Unspecified dementia, unspecified severity, with agitation	
F03.918	1	Unspecified dementia, unspecified severity, with other behavioral disturbance	
F03.92	1	Unspecified dementia, unspecified severity, with psychotic disturbance	
F03.93	1	Unspecified dementia, unspecified severity, with mood disturbance	
F03.94	1	Unspecified dementia, unspecified severity, with anxiety	
F03.A	0	Unspecified dementia, mild	
F03.A0	1	Unspecified dementia, mild, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Dementia, mild, NOS
F03.A1	0	Unspecified dementia, mild, with behavioral disturbance	
F03.A11	1	Unspecified dementia, mild, with agitation	
F03.A18	1	Unspecified dementia, mild, with other behavioral disturbance	
F03.A2	1	Unspecified dementia, mild, with psychotic disturbance	
F03.A3	1	Unspecified dementia, mild, with mood disturbance	Unspecified dementia, mild, with mood disturbance such as depression, apathy, or anhedonia
F03.A4	1	Unspecified dementia, mild, with anxiety	
F03.B	0	Unspecified dementia, moderate	
F03.B0	1	Unspecified dementia, moderate, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Dementia, moderate, NOS
F03.B1	0	Unspecified dementia, moderate, with behavioral disturbance	
F03.B11	1	Unspecified dementia, moderate, with agitation	
F03.B18	1	Unspecified dementia, moderate, with other behavioral disturbance	
F03.B2	1	Unspecified dementia, moderate, with psychotic disturbance	
F03.B3	1	Unspecified dementia, moderate, with mood disturbance	
F03.B4	1	Unspecified dementia, moderate, with anxiety	
F03.C	0	Unspecified dementia, severe	
F03.C0	1	Unspecified dementia, severe, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety	Dementia, severe, NOS
F03.C1	0	Unspecified dementia, severe, with behavioral disturbance	
F03.C11	1	Unspecified dementia, severe, with agitation	
F03.C18	1	Unspecified dementia, severe, with other behavioral disturbance	
F03.C2	1	Unspecified dementia, severe, with psychotic disturbance	
F03.C3	1	Unspecified dementia, severe, with mood disturbance	
F03.C4	1	Unspecified dementia, severe, with anxiety	
F04	1	Amnestic disorder due to known physiological condition	Korsakov's psychosis or syndrome, nonalcoholic
F05	1	Delirium due to known physiological condition	Acute or subacute brain syndrome; Acute or subacute confusional state (nonalcoholic); Acute or subacute infective psychosis; Acute or subacute organic reaction; Acute or subacute psycho-organic syndrome; Delirium of mixed etiology; Delirium superimposed on dementia; Sundowning
F06	0	Other mental disorders due to known physiological condition	
F06.0	1	Psychotic disorder with hallucinations due to known physiological condition	Organic hallucinatory state (nonalcoholic)
F06.1	1	Catatonic disorder due to known physiological condition	Catatonia associated with another mental disorder; Catatonia NOS
F06.2	1	Psychotic disorder with delusions due to known physiological condition	Paranoid and paranoid-hallucinatory organic states; Schizophrenia-like psychosis in epilepsy
F06.3	0	Mood disorder due to known physiological condition	
F06.30	1	Mood disorder due to known physiological condition, unspecified	
F06.31	1	Mood disorder due to known physiological condition with depressive features	Depressive disorder due to known physiological condition, with depressive features
F06.32	1	Mood disorder due to known physiological condition with major depressive-like episode	
F06.33	1	Mood disorder due to known physiological condition with manic features	Bipolar and related disorder due to a known physiological condition, with manic features
F06.34	1	Mood disorder due to known physiological condition with mixed features	Bipolar and related disorder due to known physiological condition, with mixed features; Depressive disorder due to known physiological condition, with mixed features
F06.4	1	Anxiety disorder due to known physiological condition	
F06.7	0	Mild neurocognitive disorder due to known physiological condition	Mild neurocognitive impairment due to a known physiological condition
F06.70	1	Mild neurocognitive disorder due to known physiological condition without behavioral disturbance	Mild neurocognitive disorder due to known physiological condition, NOS
F06.71	1	Mild neurocognitive disorder due to known physiological condition with behavioral disturbance	
F06.8	1	Other specified mental disorders due to known physiological condition	Epileptic psychosis NOS; Obsessive-compulsive and related disorder due to a known physiological condition; Organic dissociative disorder; Organic emotionally labile [asthenic] disorder
F07	0	Personality and behavioral disorders due to known physiological condition	
F07.0	1	Personality change due to known physiological condition	Frontal lobe syndrome; Limbic epilepsy personality syndrome; Lobotomy syndrome; Organic personality disorder; Organic pseudopsychopathic personality; Organic pseudoretarded personality; Postleucotomy syndrome
F07.8	0	Other personality and behavioral disorders due to known physiological condition	
F07.81	1	Postconcussional syndrome	Postcontusional syndrome (encephalopathy); Post-traumatic brain syndrome, nonpsychotic
F07.89	1	Other personality and behavioral disorders due to known physiological condition	Postencephalitic syndrome; Right hemispheric organic affective disorder
F07.9	1	Unspecified personality and behavioral disorder due to known physiological condition	Organic psychosyndrome
F09	1	Unspecified mental disorder due to known physiological condition	Mental disorder NOS due to known physiological condition; Organic brain syndrome NOS; Organic mental disorder NOS; Organic psychosis NOS; Symptomatic psychosis NOS
F10	0	Alcohol related disorders	
F10.1	0	Alcohol abuse	
F10.10	1	Alcohol abuse, uncomplicated	Alcohol use disorder, mild
F10.11	1	Alcohol abuse, in remission	Alcohol use disorder, mild, in early remission; Alcohol use disorder, mild, in sustained remission
F10.12	0	Alcohol abuse with intoxication	
F10.120	1	Alcohol abuse with intoxication, uncomplicated	
F10.121	1	Alcohol abuse with intoxication delirium	
F10.129	1	Alcohol abuse with intoxication, unspecified	
F10.13	0	Alcohol abuse, with withdrawal	
F10.130	1	Alcohol abuse with withdrawal, uncomplicated	
F10.131	1	Alcohol abuse with withdrawal delirium	
F10.132	1	Alcohol abuse with withdrawal with perceptual disturbance	
F10.139	1	Alcohol abuse with withdrawal, unspecified	
F10.14	1	Alcohol abuse with alcohol-induced mood disorder	Alcohol use disorder, mild, with alcohol-induced bipolar or related disorder; Alcohol use disorder, mild, with alcohol-induced depressive disorder
F10.15	0	Alcohol abuse with alcohol-induced psychotic disorder	
F10.150	1	Alcohol abuse with alcohol-induced psychotic disorder with delusions	
F10.151	1	Alcohol abuse with alcohol-induced psychotic disorder with hallucinations	
F10.159	1	Alcohol abuse with alcohol-induced psychotic disorder, unspecified	
F10.18	0	Alcohol abuse with other alcohol-induced disorders	
F10.180	1	Alcohol abuse with alcohol-induced anxiety disorder	
F10.181	1	Alcohol abuse with alcohol-induced sexual dysfunction	
F10.182	1	Alcohol abuse with alcohol-induced sleep disorder	
F10.188	1	Alcohol abuse with other alcohol-induced disorder	
F10.19	1	Alcohol abuse with unspecified alcohol-induced disorder	
F10.2	0	Alcohol dependence	
F10.20	1	Alcohol dependence, uncomplicated	Alcohol use disorder, moderate; Alcohol use disorder, severe
F10.21	1	Alcohol dependence, in remission	Alcohol use disorder, moderate, in early remission; Alcohol use disorder, moderate, in sustained remission; Alcohol use disorder, severe, in early remission; Alcohol use disorder, severe, in sustained remission
F10.22	0	Alcohol dependence with intoxication	Acute drunkenness (in alcoholism)
F10.220	1	Alcohol dependence with intoxication, uncomplicated	
F10.221	1	Alcohol dependence with intoxication delirium	
F10.229	1	Alcohol dependence with intoxication, unspecified	
F10.23	0	Alcohol dependence with withdrawal	
F10.230	1	Alcohol dependence with withdrawal, uncomplicated	
F10.231	1	Alcohol dependence with withdrawal delirium	
F10.232	1	Alcohol dependence with withdrawal with perceptual disturbance	
F10.239	1	Alcohol dependence with withdrawal, unspecified	
F10.24	1	Alcohol dependence with alcohol-induced mood disorder	Alcohol use disorder, moderate, with alcohol-induced bipolar or related disorder; Alcohol use disorder, moderate, with alcohol-induced depressive disorder; Alcohol use disorder, severe, with alcohol-induced bipolar or related disorder; Alcohol use disorder, severe, with alcohol-induced depressive disorder
F10.25	0	Alcohol dependence with alcohol-induced psychotic disorder	
F10.250	1	Alcohol dependence with alcohol-induced psychotic disorder with delusions	
F10.251	1	Alcohol dependence with alcohol-induced psychotic disorder with hallucinations	
F10.259	1	Alcohol dependence with alcohol-induced psychotic disorder, unspecified	
F10.26	1	Alcohol dependence with alcohol-induced persisting amnestic disorder	
F10.27	1	Alcohol dependence with alcohol-induced persisting dementia	
F10.28	0	Alcohol dependence with other alcohol-induced disorders	
F10.280	1	Alcohol dependence with alcohol-induced anxiety disorder	
F10.281	1	Alcohol dependence with alcohol-induced sexual dysfunction	
F10.282	1	Alcohol dependence with alcohol-induced sleep disorder	
F10.288	1	Alcohol dependence with other alcohol-induced disorder	Alcohol use disorder, moderate, with alcohol-induced mild neurocognitive disorder; Alcohol use disorder, severe, with alcohol-induced mild neurocognitive disorder
F10.29	1	Alcohol dependence with unspecified alcohol-induced disorder	
F10.9	0	Alcohol use, unspecified	
F10.90	1	Alcohol use, unspecified, uncomplicated	
F10.91	1	Alcohol use, unspecified, in remission	
F10.92	0	Alcohol use, unspecified with intoxication	
F10.920	1	Alcohol use, unspecified with intoxication, uncomplicated	
F10.921	1	Alcohol use, unspecified with intoxication delirium	
F10.929	1	Alcohol use, unspecified with intoxication, unspecified	
F10.93	0	Alcohol use, unspecified with withdrawal	
F10.930	1	Alcohol use, unspecified with withdrawal, uncomplicated	
F10.931	1	Alcohol use, unspecified with withdrawal delirium	
F10.932	1	Alcohol use, unspecified with withdrawal with perceptual disturbance	
F10.939	1	Alcohol use, unspecified with withdrawal, unspecified	
F10.94	1	Alcohol use, unspecified with alcohol-induced mood disorder	Alcohol induced bipolar or related disorder, without use disorder; Alcohol induced depressive disorder, without use disorder
F10.95	0	Alcohol use, unspecified with alcohol-induced psychotic disorder	
F10.950	1	Alcohol use, unspecified with alcohol-induced psychotic disorder with delusions	
F10.951	1	Alcohol use, unspecified with alcohol-induced psychotic disorder with hallucinations	
F10.959	1	Alcohol use, unspecified with alcohol-induced psychotic disorder, unspecified	Alcohol-induced psychotic disorder without use disorder
F10.96	1	Alcohol use, unspecified with alcohol-induced persisting amnestic disorder	
F10.97	1	Alcohol use, unspecified with alcohol-induced persisting dementia	
F10.98	0	Alcohol use, unspecified with other alcohol-induced disorders	
F10.980	1	Alcohol use, unspecified with alcohol-induced anxiety disorder	Alcohol induced anxiety disorder, without use disorder
F10.981	1	Alcohol use, unspecified with alcohol-induced sexual dysfunction	Alcohol induced sexual dysfunction, without use disorder
F10.982	1	Alcohol use, unspecified with alcohol-induced sleep disorder	Alcohol induced sleep disorder, without use disorder
F10.988	1	Alcohol use, unspecified with other alcohol-induced disorder	Alcohol induced mild neurocognitive disorder, without use disorder
F10.99	1	Alcohol use, unspecified with unspecified alcohol-induced disorder	
F11	0	Opioid related disorders	
F11.1	0	Opioid abuse	
F11.10	1	Opioid abuse, uncomplicated	Opioid use disorder, mild
F11.11	1	Opioid abuse, in remission	Opioid use disorder, mild, in early remission; Opioid use disorder, mild, in sustained remission
F11.12	0	Opioid abuse with intoxication	
F11.120	1	Opioid abuse with intoxication, uncomplicated	
F11.121	1	Opioid abuse with intoxication delirium	
F11.122	1	Opioid abuse with intoxication with perceptual disturbance	
F11.129	1	Opioid abuse with intoxication, unspecified	
F11.13	1	Opioid abuse with withdrawal	
F11.14	1	Opioid abuse with opioid-induced mood disorder	Opioid use disorder, mild, with opioid-induced depressive disorder
F11.15	0	Opioid abuse with opioid-induced psychotic disorder	
F11.150	1	Opioid abuse with opioid-induced psychotic disorder with delusions	
F11.151	1	Opioid abuse with opioid-induced psychotic disorder with hallucinations	
F11.159	1	Opioid abuse with opioid-induced psychotic disorder, unspecified	
F11.18	0	Opioid abuse with other opioid-induced disorder	
F11.181	1	Opioid abuse with opioid-induced sexual dysfunction	
F11.182	1	Opioid abuse with opioid-induced sleep disorder	
F11.188	1	Opioid abuse with other opioid-induced disorder	Opioid-associated amnestic syndrome with opioid abuse
F11.19	1	Opioid abuse with unspecified opioid-induced disorder	
F11.2	0	Opioid dependence	
F11.20	1	Opioid dependence, uncomplicated	Opioid use disorder, moderate; Opioid use disorder, severe
F11.21	1	Opioid dependence, in remission	Opioid use disorder, moderate, in early remission; Opioid use disorder, moderate, in sustained remission; Opioid use disorder, severe, in early remission; Opioid use disorder, severe, in sustained remission
F11.22	0	Opioid dependence with intoxication	
F11.220	1	Opioid dependence with intoxication, uncomplicated	
F11.221	1	Opioid dependence with intoxication delirium	
F11.222	1	Opioid dependence with intoxication with perceptual disturbance	
F11.229	1	Opioid dependence with intoxication, unspecified	
F11.23	1	Opioid dependence with withdrawal	
F11.24	1	Opioid dependence with opioid-induced mood disorder	Opioid use disorder, moderate, with opioid induced depressive disorder
F11.25	0	Opioid dependence with opioid-induced psychotic disorder	
F11.250	1	Opioid dependence with opioid-induced psychotic disorder with delusions	
F11.251	1	Opioid dependence with opioid-induced psychotic disorder with hallucinations	
F11.259	1	Opioid dependence with opioid-induced psychotic disorder, unspecified	
F11.28	0	Opioid dependence with other opioid-induced disorder	
F11.281	1	Opioid dependence with opioid-induced sexual dysfunction	
F11.282	1	Opioid dependence with opioid-induced sleep disorder	
F11.288	1	Opioid dependence with other opioid-induced disorder	Opioid-associated amnestic syndrome with opioid dependence
F11.29	1	Opioid dependence with unspecified opioid-induced disorder	
F11.9	0	Opioid use, unspecified	
F11.90	1	Opioid use, unspecified, uncomplicated	
F11.91	1	Opioid use, unspecified, in remission	
F11.92	0	Opioid use, unspecified with intoxication	
F11.920	1	Opioid use, unspecified with intoxication, uncomplicated	
F11.921	1	Opioid use, unspecified with intoxication delirium	Opioid-induced delirium
F11.922	1	Opioid use, unspecified with intoxication with perceptual disturbance	
F11.929	1	Opioid use, unspecified with intoxication, unspecified	
F11.93	1	Opioid use, unspecified with withdrawal	
F11.94	1	Opioid use, unspecified with opioid-induced mood disorder	Opioid induced depressive disorder, without use disorder
F11.95	0	Opioid use, unspecified with opioid-induced psychotic disorder	
F11.950	1	Opioid use, unspecified with opioid-induced psychotic disorder with delusions	
F11.951	1	Opioid use, unspecified with opioid-induced psychotic disorder with hallucinations	
F11.959	1	Opioid use, unspecified with opioid-induced psychotic disorder, unspecified	
F11.98	0	Opioid use, unspecified with other specified opioid-induced disorder	
F11.981	1	Opioid use, unspecified with opioid-induced sexual dysfunction	Opioid induced sexual dysfunction, without use disorder
F11.982	1	Opioid use, unspecified with opioid-induced sleep disorder	Opioid induced sleep disorder, without use disorder
F11.988	1	Opioid use, unspecified with other opioid-induced disorder	Opioid-associated amnestic syndrome without use disorder; Opioid induced anxiety disorder, without use disorder
F11.99	1	Opioid use, unspecified with unspecified opioid-induced disorder	
F12	0	Cannabis related disorders	
F12.1	0	Cannabis abuse	
F12.10	1	Cannabis abuse, uncomplicated	Cannabis use disorder, mild
F12.11	1	Cannabis abuse, in remission	Cannabis use disorder, mild, in early remission; Cannabis use disorder, mild, in sustained remission
F12.12	0	Cannabis abuse with intoxication	
F12.120	1	Cannabis abuse with intoxication, uncomplicated	
F12.121	1	Cannabis abuse with intoxication delirium	
F12.122	1	Cannabis abuse with intoxication with perceptual disturbance	
F12.129	1	Cannabis abuse with intoxication, unspecified	
F12.13	1	Cannabis abuse with withdrawal	
F12.15	0	Cannabis abuse with psychotic disorder	
F12.150	1	Cannabis abuse with psychotic disorder with delusions	
F12.151	1	Cannabis abuse with psychotic disorder with hallucinations	
F12.159	1	Cannabis abuse with psychotic disorder, unspecified	
F12.18	0	Cannabis abuse with other cannabis-induced disorder	
F12.180	1	Cannabis abuse with cannabis-induced anxiety disorder	
F12.188	1	Cannabis abuse with other cannabis-induced disorder	Cannabis use disorder, mild, with cannabis-induced sleep disorder
F12.19	1	Cannabis abuse with unspecified cannabis-induced disorder	
F12.2	0	Cannabis dependence	
F12.20	1	Cannabis dependence, uncomplicated	Cannabis use disorder, moderate; Cannabis use disorder, severe
F12.21	1	Cannabis dependence, in remission	Cannabis use disorder, moderate, in early remission; Cannabis use disorder, moderate, in sustained remission; Cannabis use disorder, severe, in early remission; Cannabis use disorder, severe, in sustained remission
F12.22	0	Cannabis dependence with intoxication	
F12.220	1	Cannabis dependence with intoxication, uncomplicated	
F12.221	1	Cannabis dependence with intoxication delirium	
F12.222	1	Cannabis dependence with intoxication with perceptual disturbance	
F12.229	1	Cannabis dependence with intoxication, unspecified	
F12.23	1	Cannabis dependence with withdrawal	
F12.25	0	Cannabis dependence with psychotic disorder	
F12.250	1	Cannabis dependence with psychotic disorder with delusions	
F12.251	1	Cannabis dependence with psychotic disorder with hallucinations	
F12.259	1	Cannabis dependence with psychotic disorder, unspecified	
F12.28	0	Cannabis dependence with other cannabis-induced disorder	
F12.280	1	Cannabis dependence with cannabis-induced anxiety disorder	
F12.288	1	Cannabis dependence with other cannabis-induced disorder	Cannabis use disorder, moderate, with cannabis-induced sleep disorder; Cannabis use disorder, severe, with cannabis-induced sleep disorder
F12.29	1	Cannabis dependence with unspecified cannabis-induced disorder	
F12.9	0	Cannabis use, unspecified	
F12.90	1	Cannabis use, unspecified, uncomplicated	
F12.91	1	Cannabis use, unspecified, in remission	
F12.92	0	Cannabis use, unspecified with intoxication	
F12.920	1	Cannabis use, unspecified with intoxication, uncomplicated	
F12.921	1	Cannabis use, unspecified with intoxication delirium	
F12.922	1	Cannabis use, unspecified with intoxication with perceptual disturbance	
F12.929	1	Cannabis use, unspecified with intoxication, unspecified	
F12.93	1	Cannabis use, unspecified with withdrawal	
F12.95	0	Cannabis use, unspecified with psychotic disorder	
F12.950	1	Cannabis use, unspecified with psychotic disorder with delusions	
F12.951	1	Cannabis use, unspecified with psychotic disorder with hallucinations	
F12.959	1	Cannabis use, unspecified with psychotic disorder, unspecified	Cannabis induced psychotic disorder, without use disorder
F12.98	0	Cannabis use, unspecified with other cannabis-induced disorder	
F12.980	1	Cannabis use, unspecified with anxiety disorder	Cannabis induced anxiety disorder, without use disorder
F12.988	1	Cannabis use, unspecified with other cannabis-induced disorder	Cannabis induced sleep disorder, without use disorder
F12.99	1	Cannabis use, unspecified with unspecified cannabis-induced disorder	
F13	0	Sedative, hypnotic, or anxiolytic related disorders	
F13.1	0	Sedative, hypnotic or anxiolytic-related abuse	
F13.10	1	Sedative, hypnotic or anxiolytic abuse, uncomplicated	Sedative, hypnotic, or anxiolytic use disorder, mild
F13.11	1	Sedative, hypnotic or anxiolytic abuse, in remission	Sedative, hypnotic or anxiolytic use disorder, mild, in early remission; Sedative, hypnotic or anxiolytic use disorder, mild, in sustained remission
F13.12	0	Sedative, hypnotic or anxiolytic abuse with intoxication	
F13.120	1	Sedative, hypnotic or anxiolytic abuse with intoxication, uncomplicated	
F13.121	1	Sedative, hypnotic or anxiolytic abuse with intoxication delirium	
F13.129	1	Sedative, hypnotic or anxiolytic abuse with intoxication, unspecified	
F13.13	0	Sedative, hypnotic or anxiolytic abuse with withdrawal	
F13.130	1	Sedative, hypnotic or anxiolytic abuse with withdrawal, uncomplicated	
F13.131	1	Sedative, hypnotic or anxiolytic abuse with withdrawal delirium	
F13.132	1	Sedative, hypnotic or anxiolytic abuse with withdrawal with perceptual disturbance	
F13.139	1	Sedative, hypnotic or anxiolytic abuse with withdrawal, unspecified	
F13.14	1	Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced mood disorder	
F13.15	0	Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced psychotic disorder	
F13.150	1	Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced psychotic disorder with delusions	
F13.151	1	Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced psychotic disorder with hallucinations	
F13.159	1	Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced psychotic disorder, unspecified	
F13.18	0	Sedative, hypnotic or anxiolytic abuse with other sedative, hypnotic or anxiolytic-induced disorders	
F13.180	1	Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced anxiety disorder	
F13.181	1	Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced sexual dysfunction	
F13.182	1	Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced sleep disorder	
F13.188	1	Sedative, hypnotic or anxiolytic abuse with other sedative, hypnotic or anxiolytic-induced disorder	
F13.19	1	Sedative, hypnotic or anxiolytic abuse with unspecified sedative, hypnotic or anxiolytic-induced disorder	
F13.2	0	Sedative, hypnotic or anxiolytic-related dependence	
F13.20	1	Sedative, hypnotic or anxiolytic dependence, uncomplicated	
F13.21	1	Sedative, hypnotic or anxiolytic dependence, in remission	Sedative, hypnotic or anxiolytic use disorder, moderate, in early remission; Sedative, hypnotic or anxiolytic use disorder, moderate, in sustained remission; Sedative, hypnotic or anxiolytic use disorder, severe, in early remission; Sedative, hypnotic or anxiolytic use disorder, severe, in sustained remission
F13.22	0	Sedative, hypnotic or anxiolytic dependence with intoxication	
F13.220	1	Sedative, hypnotic or anxiolytic dependence with intoxication, uncomplicated	
F13.221	1	Sedative, hypnotic or anxiolytic dependence with intoxication delirium	
F13.229	1	Sedative, hypnotic or anxiolytic dependence with intoxication, unspecified	
F13.23	0	Sedative, hypnotic or anxiolytic dependence with withdrawal	Sedative, hypnotic, or anxiolytic use disorder, moderate; Sedative, hypnotic, or anxiolytic use disorder, severe
F13.230	1	Sedative, hypnotic or anxiolytic dependence with withdrawal, uncomplicated	
F13.231	1	Sedative, hypnotic or anxiolytic dependence with withdrawal delirium	
F13.232	1	Sedative, hypnotic or anxiolytic dependence with withdrawal with perceptual disturbance	Sedative, hypnotic, or anxiolytic withdrawal with perceptual disturbances
F13.239	1	Sedative, hypnotic or anxiolytic dependence with withdrawal, unspecified	Sedative, hypnotic, or anxiolytic withdrawal without perceptual disturbances
F13.24	1	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced mood disorder	
F13.25	0	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced psychotic disorder	
F13.250	1	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced psychotic disorder with delusions	
F13.251	1	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced psychotic disorder with hallucinations	
F13.259	1	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced psychotic disorder, unspecified	
F13.26	1	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced persisting amnestic disorder	
F13.27	1	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced persisting dementia	
F13.28	0	Sedative, hypnotic or anxiolytic dependence with other sedative, hypnotic or anxiolytic-induced disorders	
F13.280	1	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced anxiety disorder	
F13.281	1	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced sexual dysfunction	
F13.282	1	Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced sleep disorder	
F13.288	1	Sedative, hypnotic or anxiolytic dependence with other sedative, hypnotic or anxiolytic-induced disorder	
F13.29	1	Sedative, hypnotic or anxiolytic dependence with unspecified sedative, hypnotic or anxiolytic-induced disorder	
F13.9	0	Sedative, hypnotic or anxiolytic-related use, unspecified	
F13.90	1	Sedative, hypnotic, or anxiolytic use, unspecified, uncomplicated	
F13.91	1	Sedative, hypnotic or anxiolytic use, unspecified, in remission	
F13.92	0	Sedative, hypnotic or anxiolytic use, unspecified with intoxication	
F13.920	1	Sedative, hypnotic or anxiolytic use, unspecified with intoxication, uncomplicated	
F13.921	1	Sedative, hypnotic or anxiolytic use, unspecified with intoxication delirium	Sedative, hypnotic, or anxiolytic-induced delirium
F13.929	1	Sedative, hypnotic or anxiolytic use, unspecified with intoxication, unspecified	
F13.93	0	Sedative, hypnotic or anxiolytic use, unspecified with withdrawal	
F13.930	1	Sedative, hypnotic or anxiolytic use, unspecified with withdrawal, uncomplicated	
F13.931	1	Sedative, hypnotic or anxiolytic use, unspecified with withdrawal delirium	
F13.932	1	Sedative, hypnotic or anxiolytic use, unspecified with withdrawal with perceptual disturbances	
F13.939	1	Sedative, hypnotic or anxiolytic use, unspecified with withdrawal, unspecified	
F13.94	1	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced mood disorder	Sedative, hypnotic, or anxiolytic-induced depressive disorder, without use disorder
F13.95	0	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced psychotic disorder	
F13.950	1	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced psychotic disorder with delusions	
F13.951	1	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced psychotic disorder with hallucinations	
F13.959	1	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced psychotic disorder, unspecified	Sedative, hypnotic, or anxiolytic-induced psychotic disorder, without use disorder
F13.96	1	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced persisting amnestic disorder	
F13.97	1	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced persisting dementia	
F13.98	0	Sedative, hypnotic or anxiolytic use, unspecified with other sedative, hypnotic or anxiolytic-induced disorders	
F13.980	1	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced anxiety disorder	Sedative, hypnotic, or anxiolytic-induced anxiety disorder, without use disorder
F13.981	1	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced sexual dysfunction	
F13.982	1	Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced sleep disorder	Sedative, hypnotic, or anxiolytic-induced sleep disorder, without use disorder
F13.988	1	Sedative, hypnotic or anxiolytic use, unspecified with other sedative, hypnotic or anxiolytic-induced disorder	Sedative, hypnotic, or anxiolytic-induced mild neurocognitive disorder
F13.99	1	Sedative, hypnotic or anxiolytic use, unspecified with unspecified sedative, hypnotic or anxiolytic-induced disorder	
F14	0	Cocaine related disorders	
F14.1	0	Cocaine abuse	
F14.10	1	Cocaine abuse, uncomplicated	Cocaine use disorder, mild
F14.11	1	Cocaine abuse, in remission	Cocaine use disorder, mild, in early remission; Cocaine use disorder, mild, in sustained remission
F14.12	0	Cocaine abuse with intoxication	
F14.120	1	Cocaine abuse with intoxication, uncomplicated	
F14.121	1	Cocaine abuse with intoxication with delirium	
F14.122	1	Cocaine abuse with intoxication with perceptual disturbance	
F14.129	1	Cocaine abuse with intoxication, unspecified	
F14.13	1	Cocaine abuse, unspecified with withdrawal	
F14.14	1	Cocaine abuse with cocaine-induced mood disorder	Cocaine use disorder, mild, with cocaine-induced bipolar or related disorder; Cocaine use disorder, mild, with cocaine-induced depressive disorder
F14.15	0	Cocaine abuse with cocaine-induced psychotic disorder	
F14.150	1	Cocaine abuse with cocaine-induced psychotic disorder with delusions	
F14.151	1	Cocaine abuse with cocaine-induced psychotic disorder with hallucinations	
F14.159	1	Cocaine abuse with cocaine-induced psychotic disorder, unspecified	
F14.18	0	Cocaine abuse with other cocaine-induced disorder	
F14.180	1	Cocaine abuse with cocaine-induced anxiety disorder	
F14.181	1	Cocaine abuse with cocaine-induced sexual dysfunction	
F14.182	1	Cocaine abuse with cocaine-induced sleep disorder	
F14.188	1	Cocaine abuse with other cocaine-induced disorder	Cocaine use disorder, mild, with cocaine-induced obsessive compulsive or related disorder
F14.19	1	Cocaine abuse with unspecified cocaine-induced disorder	
F14.2	0	Cocaine dependence	
F14.20	1	Cocaine dependence, uncomplicated	Cocaine use disorder, moderate; Cocaine use disorder, severe
F14.21	1	Cocaine dependence, in remission	Cocaine use disorder, moderate, in early remission; Cocaine use disorder, moderate, in sustained remission; Cocaine use disorder, severe, in early remission; Cocaine use disorder, severe, in sustained remission
F14.22	0	Cocaine dependence with intoxication	
F14.220	1	Cocaine dependence with intoxication, uncomplicated	
F14.221	1	Cocaine dependence with intoxication delirium	
F14.222	1	Cocaine dependence with intoxication with perceptual disturbance	
F14.229	1	Cocaine dependence with intoxication, unspecified	
F14.23	1	Cocaine dependence with withdrawal	
F14.24	1	Cocaine dependence with cocaine-induced mood disorder	Cocaine use disorder, moderate, with cocaine-induced bipolar or related disorder; Cocaine use disorder, moderate, with cocaine-induced depressive disorder; Cocaine use disorder, severe, with cocaine-induced bipolar or related disorder; Cocaine use disorder, severe, with cocaine-induced depressive disorder
F14.25	0	Cocaine dependence with cocaine-induced psychotic disorder	
F14.250	1	Cocaine dependence with cocaine-induced psychotic disorder with delusions	
F14.251	1	Cocaine dependence with cocaine-induced psychotic disorder with hallucinations	
F14.259	1	Cocaine dependence with cocaine-induced psychotic disorder, unspecified	
F14.28	0	Cocaine dependence with other cocaine-induced disorder	
F14.280	1	Cocaine dependence with cocaine-induced anxiety disorder	
F14.281	1	Cocaine dependence with cocaine-induced sexual dysfunction	
F14.282	1	Cocaine dependence with cocaine-induced sleep disorder	
F14.288	1	Cocaine dependence with other cocaine-induced disorder	
F14.29	1	Cocaine dependence with unspecified cocaine-induced disorder	
F14.9	0	Cocaine use, unspecified	
F14.90	1	Cocaine use, unspecified, uncomplicated	
F14.91	1	Cocaine use, unspecified, in remission	
F14.92	0	Cocaine use, unspecified with intoxication	
F14.920	1	Cocaine use, unspecified with intoxication, uncomplicated	
F14.921	1	Cocaine use, unspecified with intoxication delirium	
F14.922	1	Cocaine use, unspecified with intoxication with perceptual disturbance	
F14.929	1	Cocaine use, unspecified with intoxication, unspecified	
F14.93	1	Cocaine use, unspecified with withdrawal	
F14.94	1	Cocaine use, unspecified with cocaine-induced mood disorder	Cocaine induced bipolar or related disorder, without use disorder; Cocaine induced depressive disorder, without use disorder
F14.95	0	Cocaine use, unspecified with cocaine-induced psychotic disorder	
F14.950	1	Cocaine use, unspecified with cocaine-induced psychotic disorder with delusions	
F14.951	1	Cocaine use, unspecified with cocaine-induced psychotic disorder with hallucinations	
F14.959	1	Cocaine use, unspecified with cocaine-induced psychotic disorder, unspecified	Cocaine induced psychotic disorder, without use disorder
F14.98	0	Cocaine use, unspecified with other specified cocaine-induced disorder	
F14.980	1	Cocaine use, unspecified with cocaine-induced anxiety disorder	Cocaine induced anxiety disorder, without use disorder
F14.981	1	Cocaine use, unspecified with cocaine-induced sexual dysfunction	Cocaine induced sexual dysfunction, without use disorder
F14.982	1	Cocaine use, unspecified with cocaine-induced sleep disorder	Cocaine induced sleep disorder, without use disorder
F14.988	1	Cocaine use, unspecified with other cocaine-induced disorder	Cocaine induced obsessive compulsive or related disorder
F14.99	1	Cocaine use, unspecified with unspecified cocaine-induced disorder	
F15	0	Other stimulant related disorders	
F15.1	0	Other stimulant abuse	
F15.10	1	Other stimulant abuse, uncomplicated	Amphetamine type substance use disorder, mild; Other or unspecified stimulant use disorder, mild
F15.11	1	Other stimulant abuse, in remission	Amphetamine type substance use disorder, mild, in early remission; Amphetamine type substance use disorder, mild, in sustained remission; Other or unspecified stimulant use disorder, mild, in early remission; Other or unspecified stimulant use disorder, mild, in sustained remission
F15.12	0	Other stimulant abuse with intoxication	
F15.120	1	Other stimulant abuse with intoxication, uncomplicated	
F15.121	1	Other stimulant abuse with intoxication delirium	
F15.122	1	Other stimulant abuse with intoxication with perceptual disturbance	
F15.129	1	Other stimulant abuse with intoxication, unspecified	
F15.13	1	Other stimulant abuse with withdrawal	
F15.14	1	Other stimulant abuse with stimulant-induced mood disorder	
F15.15	0	Other stimulant abuse with stimulant-induced psychotic disorder	
F15.150	1	Other stimulant abuse with stimulant-induced psychotic disorder with delusions	
F15.151	1	Other stimulant abuse with stimulant-induced psychotic disorder with hallucinations	
F15.159	1	Other stimulant abuse with stimulant-induced psychotic disorder, unspecified	
F15.18	0	Other stimulant abuse with other stimulant-induced disorder	
F15.180	1	Other stimulant abuse with stimulant-induced anxiety disorder	
F15.181	1	Other stimulant abuse with stimulant-induced sexual dysfunction	
F15.182	1	Other stimulant abuse with stimulant-induced sleep disorder	
F15.188	1	Other stimulant abuse with other stimulant-induced disorder	
F15.19	1	Other stimulant abuse with unspecified stimulant-induced disorder	
F15.2	0	Other stimulant dependence	
F15.20	1	Other stimulant dependence, uncomplicated	Amphetamine type substance use disorder, moderate; Amphetamine type substance use disorder, severe; Other or unspecified stimulant use disorder, moderate; Other or unspecified stimulant use disorder, severe
F15.21	1	Other stimulant dependence, in remission	Amphetamine type substance use disorder, moderate, in early remission; Amphetamine type substance use disorder, moderate, in sustained remission; Amphetamine type substance use disorder, severe, in early remission; Amphetamine type substance use disorder, severe, in sustained remission; Other or unspecified stimulant use disorder, moderate, in early remission; Other or unspecified stimulant use disorder, moderate, in sustained remission; Other or unspecified stimulant use disorder, severe, in early remission; Other or unspecified stimulant use disorder, severe, in sustained remission
F15.22	0	Other stimulant dependence with intoxication	
F15.220	1	Other stimulant dependence with intoxication, uncomplicated	
F15.221	1	Other stimulant dependence with intoxication delirium	
F15.222	1	Other stimulant dependence with intoxication with perceptual disturbance	
F15.229	1	Other stimulant dependence with intoxication, unspecified	
F15.23	1	Other stimulant dependence with withdrawal	Amphetamine or other stimulant withdrawal
F15.24	1	Other stimulant dependence with stimulant-induced mood disorder	
F15.25	0	Other stimulant dependence with stimulant-induced psychotic disorder	
F15.250	1	Other stimulant dependence with stimulant-induced psychotic disorder with delusions	
F15.251	1	Other stimulant dependence with stimulant-induced psychotic disorder with hallucinations	
F15.259	1	Other stimulant dependence with stimulant-induced psychotic disorder, unspecified	
F15.28	0	Other stimulant dependence with other stimulant-induced disorder	
F15.280	1	Other stimulant dependence with stimulant-induced anxiety disorder	
F15.281	1	Other stimulant dependence with stimulant-induced sexual dysfunction	
F15.282	1	Other stimulant dependence with stimulant-induced sleep disorder	
F15.288	1	Other stimulant dependence with other stimulant-induced disorder	
F15.29	1	Other stimulant dependence with unspecified stimulant-induced disorder	
F15.9	0	Other stimulant use, unspecified	
F15.90	1	Other stimulant use, unspecified, uncomplicated	
F15.91	1	Other stimulant use, unspecified, in remission	
F15.92	0	Other stimulant use, unspecified with intoxication	
F15.920	1	Other stimulant use, unspecified with intoxication, uncomplicated	
F15.921	1	Other stimulant use, unspecified with intoxication delirium	Amphetamine or other stimulant-induced delirium
F15.922	1	Other stimulant use, unspecified with intoxication with perceptual disturbance	
F15.929	1	Other stimulant use, unspecified with intoxication, unspecified	Caffeine intoxication
F15.93	1	Other stimulant use, unspecified with withdrawal	Caffeine withdrawal
F15.94	1	Other stimulant use, unspecified with stimulant-induced mood disorder	Amphetamine or other stimulant-induced bipolar or related disorder, without use disorder; Amphetamine or other stimulant-induced depressive disorder, without use disorder
F15.95	0	Other stimulant use, unspecified with stimulant-induced psychotic disorder	
F15.950	1	Other stimulant use, unspecified with stimulant-induced psychotic disorder with delusions	
F15.951	1	Other stimulant use, unspecified with stimulant-induced psychotic disorder with hallucinations	
F15.959	1	Other stimulant use, unspecified with stimulant-induced psychotic disorder, unspecified	Amphetamine or other stimulant-induced psychotic disorder, without use disorder
F15.98	0	Other stimulant use, unspecified with other stimulant-induced disorder	
F15.980	1	Other stimulant use, unspecified with stimulant-induced anxiety disorder	Amphetamine or other stimulant-induced anxiety disorder, without use disorder; Caffeine induced anxiety disorder, without use disorder
F15.981	1	Other stimulant use, unspecified with stimulant-induced sexual dysfunction	Amphetamine or other stimulant-induced sexual dysfunction, without use disorder
F15.982	1	Other stimulant use, unspecified with stimulant-induced sleep disorder	Amphetamine or other stimulant-induced sleep disorder, without use disorder; Caffeine induced sleep disorder, without use disorder
F15.988	1	Other stimulant use, unspecified with other stimulant-induced disorder	
F15.99	1	Other stimulant use, unspecified with unspecified stimulant-induced disorder	
F16	0	Hallucinogen related disorders	
F16.1	0	Hallucinogen abuse	
F16.10	1	Hallucinogen abuse, uncomplicated	Other hallucinogen use disorder, mild; Phencyclidine use disorder, mild
F16.11	1	Hallucinogen abuse, in remission	Other hallucinogen use disorder, mild, in early remission; Other hallucinogen use disorder, mild, in sustained remission; Phencyclidine use disorder, mild, in early remission; Phencyclidine use disorder, mild, in sustained remission
F16.12	0	Hallucinogen abuse with intoxication	
F16.120	1	Hallucinogen abuse with intoxication, uncomplicated	
F16.121	1	Hallucinogen abuse with intoxication with delirium	
F16.122	1	Hallucinogen abuse with intoxication with perceptual disturbance	
F16.129	1	Hallucinogen abuse with intoxication, unspecified	
F16.14	1	Hallucinogen abuse with hallucinogen-induced mood disorder	Other hallucinogen use disorder, mild, with other hallucinogen induced depressive disorder; Phencyclidine use disorder, mild, with phencyclidine induced bipolar or related disorder; Phencyclidine use disorder, mild, with phencyclidine induced depressive disorder
F16.15	0	Hallucinogen abuse with hallucinogen-induced psychotic disorder	
F16.150	1	Hallucinogen abuse with hallucinogen-induced psychotic disorder with delusions	
F16.151	1	Hallucinogen abuse with hallucinogen-induced psychotic disorder with hallucinations	
F16.159	1	Hallucinogen abuse with hallucinogen-induced psychotic disorder, unspecified	
F16.18	0	Hallucinogen abuse with other hallucinogen-induced disorder	
F16.180	1	Hallucinogen abuse with hallucinogen-induced anxiety disorder	
F16.183	1	Hallucinogen abuse with hallucinogen persisting perception disorder (flashbacks)	
F16.188	1	Hallucinogen abuse with other hallucinogen-induced disorder	
F16.19	1	Hallucinogen abuse with unspecified hallucinogen-induced disorder	
F16.2	0	Hallucinogen dependence	
F16.20	1	Hallucinogen dependence, uncomplicated	Other hallucinogen use disorder, moderate; Other hallucinogen use disorder, severe; Phencyclidine use disorder, moderate; Phencyclidine use disorder, severe
F16.21	1	Hallucinogen dependence, in remission	Other hallucinogen use disorder, moderate, in early remission; Other hallucinogen use disorder, moderate, in sustained remission; Other hallucinogen use disorder, severe, in early remission; Other hallucinogen use disorder, severe, in sustained remission; Phencyclidine use disorder, moderate, in early remission; Phencyclidine use disorder, moderate, in sustained remission; Phencyclidine use disorder, severe, in early remission; Phencyclidine use disorder, severe, in sustained remission
F16.22	0	Hallucinogen dependence with intoxication	
F16.220	1	Hallucinogen dependence with intoxication, uncomplicated	
F16.221	1	Hallucinogen dependence with intoxication with delirium	
F16.229	1	Hallucinogen dependence with intoxication, unspecified	
F16.24	1	Hallucinogen dependence with hallucinogen-induced mood disorder	Phencyclidine use disorder, moderate, with phencyclidine induced depressive disorder; Phencyclidine use disorder, severe, with phencyclidine induced bipolar or related disorder; Phencyclidine use disorder, severe, with phencyclidine-induced depressive disorder
F16.25	0	Hallucinogen dependence with hallucinogen-induced psychotic disorder	
F16.250	1	Hallucinogen dependence with hallucinogen-induced psychotic disorder with delusions	
F16.251	1	Hallucinogen dependence with hallucinogen-induced psychotic disorder with hallucinations	
F16.259	1	Hallucinogen dependence with hallucinogen-induced psychotic disorder, unspecified	
F16.28	0	Hallucinogen dependence with other hallucinogen-induced disorder	
F16.280	1	Hallucinogen dependence with hallucinogen-induced anxiety disorder	
F16.283	1	Hallucinogen dependence with hallucinogen persisting perception disorder (flashbacks)	
F16.288	1	Hallucinogen dependence with other hallucinogen-induced disorder	
F16.29	1	Hallucinogen dependence with unspecified hallucinogen-induced disorder	
F16.9	0	Hallucinogen use, unspecified	
F16.90	1	Hallucinogen use, unspecified, uncomplicated	
F16.91	1	Hallucinogen use, unspecified, in remission	
F16.92	0	Hallucinogen use, unspecified with intoxication	
F16.920	1	Hallucinogen use, unspecified with intoxication, uncomplicated	
F16.921	1	Hallucinogen use, unspecified with intoxication with delirium	Other hallucinogen intoxication delirium
F16.929	1	Hallucinogen use, unspecified with intoxication, unspecified	
F16.94	1	Hallucinogen use, unspecified with hallucinogen-induced mood disorder	Other hallucinogen induced bipolar or related disorder, without use disorder; Other hallucinogen induced depressive disorder, without use disorder; Phencyclidine induced bipolar or related disorder, without use disorder; Phencyclidine induced depressive disorder, without use disorder
F16.95	0	Hallucinogen use, unspecified with hallucinogen-induced psychotic disorder	
F16.950	1	Hallucinogen use, unspecified with hallucinogen-induced psychotic disorder with delusions	
F16.951	1	Hallucinogen use, unspecified with hallucinogen-induced psychotic disorder with hallucinations	
F16.959	1	Hallucinogen use, unspecified with hallucinogen-induced psychotic disorder, unspecified	Other hallucinogen induced psychotic disorder, without use disorder; Phencyclidine induced psychotic disorder, without use disorder
F16.98	0	Hallucinogen use, unspecified with other specified hallucinogen-induced disorder	
F16.980	1	Hallucinogen use, unspecified with hallucinogen-induced anxiety disorder	Other hallucinogen-induced anxiety disorder, without use disorder; Phencyclidine induced anxiety disorder, without use disorder
F16.983	1	Hallucinogen use, unspecified with hallucinogen persisting perception disorder (flashbacks)	
F16.988	1	Hallucinogen use, unspecified with other hallucinogen-induced disorder	
F16.99	1	Hallucinogen use, unspecified with unspecified hallucinogen-induced disorder	
F17	0	Nicotine dependence	
F17.2	0	Nicotine dependence	
F17.20	0	Nicotine dependence, unspecified	
F17.200	1	Nicotine dependence, unspecified, uncomplicated	Tobacco use disorder, mild; Tobacco use disorder, moderate; Tobacco use disorder, severe
F17.201	1	Nicotine dependence, unspecified, in remission	Tobacco use disorder, mild, in early remission; Tobacco use disorder, mild, in sustained remission; Tobacco use disorder, moderate, in early remission; Tobacco use disorder, moderate, in sustained remission; Tobacco use disorder, severe, in early remission; Tobacco use disorder, severe, in sustained remission
F17.203	1	Nicotine dependence unspecified, with withdrawal	Tobacco withdrawal
F17.208	1	Nicotine dependence, unspecified, with other nicotine-induced disorders	
F17.209	1	Nicotine dependence, unspecified, with unspecified nicotine-induced disorders	
F17.21	0	Nicotine dependence, cigarettes	
F17.210	1	Nicotine dependence, cigarettes, uncomplicated	
F17.211	1	Nicotine dependence, cigarettes, in remission	Tobacco use disorder, cigarettes, mild, in early remission; Tobacco use disorder, cigarettes, mild, in sustained remission; Tobacco use disorder, cigarettes, moderate, in early remission; Tobacco use disorder, cigarettes, moderate, in sustained remission; Tobacco use disorder, cigarettes, severe, in early remission; Tobacco use disorder, cigarettes, severe, in sustained remission
F17.213	1	Nicotine dependence, cigarettes, with withdrawal	
F17.218	1	Nicotine dependence, cigarettes, with other nicotine-induced disorders	
F17.219	1	Nicotine dependence, cigarettes, with unspecified nicotine-induced disorders	
F17.22	0	Nicotine dependence, chewing tobacco	
F17.220	1	Nicotine dependence, chewing tobacco, uncomplicated	
F17.221	1	Nicotine dependence, chewing tobacco, in remission	Tobacco use disorder, chewing tobacco, mild, in early remission; Tobacco use disorder, chewing tobacco, mild, in sustained remission; Tobacco use disorder, chewing tobacco, moderate, in early remission; Tobacco use disorder, chewing tobacco, moderate, in sustained remission; Tobacco use disorder, chewing tobacco, severe, in early remission; Tobacco use disorder, chewing tobacco, severe, in sustained remission
F17.223	1	Nicotine dependence, chewing tobacco, with withdrawal	
F17.228	1	Nicotine dependence, chewing tobacco, with other nicotine-induced disorders	
F17.229	1	Nicotine dependence, chewing tobacco, with unspecified nicotine-induced disorders	
F17.29	0	Nicotine dependence, other tobacco product	
F17.290	1	Nicotine dependence, other tobacco product, uncomplicated	
F17.291	1	Nicotine dependence, other tobacco product, in remission	Tobacco use disorder, other tobacco product, mild, in early remission; Tobacco use disorder, other tobacco product, mild, in sustained remission; Tobacco use disorder, other tobacco product, moderate, in early remission; Tobacco use disorder, other tobacco product, moderate, in sustained remission; Tobacco use disorder, other tobacco product, severe, in early remission; Tobacco use disorder, other tobacco product, severe, in sustained remission
F17.293	1	Nicotine dependence, other tobacco product, with withdrawal	
F17.298	1	Nicotine dependence, other tobacco product, with other nicotine-induced disorders	
F17.299	1	Nicotine dependence, other tobacco product, with unspecified nicotine-induced disorders	
F18	0	Inhalant related disorders	
F18.1	0	Inhalant abuse	
F18.10	1	Inhalant abuse, uncomplicated	Inhalant use disorder, mild
F18.11	1	Inhalant abuse, in remission	Inhalant use disorder, mild, in early remission; Inhalant use disorder, mild, in sustained remission
F18.12	0	Inhalant abuse with intoxication	
F18.120	1	Inhalant abuse with intoxication, uncomplicated	
F18.121	1	Inhalant abuse with intoxication delirium	
F18.129	1	Inhalant abuse with intoxication, unspecified	
F18.14	1	Inhalant abuse with inhalant-induced mood disorder	Inhalant use disorder, mild, with inhalant induced depressive disorder
F18.15	0	Inhalant abuse with inhalant-induced psychotic disorder	
F18.150	1	Inhalant abuse with inhalant-induced psychotic disorder with delusions	
F18.151	1	Inhalant abuse with inhalant-induced psychotic disorder with hallucinations	
F18.159	1	Inhalant abuse with inhalant-induced psychotic disorder, unspecified	
F18.17	1	Inhalant abuse with inhalant-induced dementia	Inhalant use disorder, mild, with inhalant induced major neurocognitive disorder
F18.18	0	Inhalant abuse with other inhalant-induced disorders	
F18.180	1	Inhalant abuse with inhalant-induced anxiety disorder	
F18.188	1	Inhalant abuse with other inhalant-induced disorder	Inhalant use disorder, mild, with inhalant induced mild neurocognitive disorder
F18.19	1	Inhalant abuse with unspecified inhalant-induced disorder	
F18.2	0	Inhalant dependence	
F18.20	1	Inhalant dependence, uncomplicated	Inhalant use disorder, moderate; Inhalant use disorder, severe
F18.21	1	Inhalant dependence, in remission	Inhalant use disorder, moderate, in early remission; Inhalant use disorder, moderate, in sustained remission; Inhalant use disorder, severe, in early remission; Inhalant use disorder, severe, in sustained remission
F18.22	0	Inhalant dependence with intoxication	
F18.220	1	Inhalant dependence with intoxication, uncomplicated	
F18.221	1	Inhalant dependence with intoxication delirium	
F18.229	1	Inhalant dependence with intoxication, unspecified	
F18.24	1	Inhalant dependence with inhalant-induced mood disorder	Inhalant use disorder, moderate, with inhalant induced depressive disorder; Inhalant use disorder, severe, with inhalant induced depressive disorder
F18.25	0	Inhalant dependence with inhalant-induced psychotic disorder	
F18.250	1	Inhalant dependence with inhalant-induced psychotic disorder with delusions	
F18.251	1	Inhalant dependence with inhalant-induced psychotic disorder with hallucinations	
F18.259	1	Inhalant dependence with inhalant-induced psychotic disorder, unspecified	
F18.27	1	Inhalant dependence with inhalant-induced dementia	Inhalant use disorder, moderate, with inhalant induced major neurocognitive disorder; Inhalant use disorder, severe, with inhalant induced major neurocognitive disorder
F18.28	0	Inhalant dependence with other inhalant-induced disorders	
F18.280	1	Inhalant dependence with inhalant-induced anxiety disorder	
F18.288	1	Inhalant dependence with other inhalant-induced disorder	Inhalant use disorder, moderate, with inhalant-induced mild neurocognitive disorder; Inhalant use disorder, severe, with inhalant-induced mild neurocognitive disorder
F18.29	1	Inhalant dependence with unspecified inhalant-induced disorder	
F18.9	0	Inhalant use, unspecified	
F18.90	1	Inhalant use, unspecified, uncomplicated	
F18.91	1	Inhalant use, unspecified, in remission	
F18.92	0	Inhalant use, unspecified with intoxication	
F18.920	1	Inhalant use, unspecified with intoxication, uncomplicated	
F18.921	1	Inhalant use, unspecified with intoxication with delirium	
F18.929	1	Inhalant use, unspecified with intoxication, unspecified	
F18.94	1	Inhalant use, unspecified with inhalant-induced mood disorder	Inhalant induced depressive disorder
F18.95	0	Inhalant use, unspecified with inhalant-induced psychotic disorder	
F18.950	1	Inhalant use, unspecified with inhalant-induced psychotic disorder with delusions	
F18.951	1	Inhalant use, unspecified with inhalant-induced psychotic disorder with hallucinations	
F18.959	1	Inhalant use, unspecified with inhalant-induced psychotic disorder, unspecified	
F18.97	1	Inhalant use, unspecified with inhalant-induced persisting dementia	Inhalant-induced major neurocognitive disorder
F18.98	0	Inhalant use, unspecified with other inhalant-induced disorders	
F18.980	1	Inhalant use, unspecified with inhalant-induced anxiety disorder	
F18.988	1	Inhalant use, unspecified with other inhalant-induced disorder	Inhalant-induced mild neurocognitive disorder
F18.99	1	Inhalant use, unspecified with unspecified inhalant-induced disorder	
F19	0	Other psychoactive substance related disorders	
F19.1	0	Other psychoactive substance abuse	
F19.10	1	Other psychoactive substance abuse, uncomplicated	Other (or unknown) substance use disorder, mild
F19.11	1	Other psychoactive substance abuse, in remission	Other (or unknown) substance use disorder, mild, in early remission; Other (or unknown) substance use disorder, mild, in sustained remission
F19.12	0	Other psychoactive substance abuse with intoxication	
F19.120	1	Other psychoactive substance abuse with intoxication, uncomplicated	
F19.121	1	Other psychoactive substance abuse with intoxication delirium	
F19.122	1	Other psychoactive substance abuse with intoxication with perceptual disturbances	
F19.129	1	Other psychoactive substance abuse with intoxication, unspecified	
F19.13	0	Other psychoactive substance abuse with withdrawal	
F19.130	1	Other psychoactive substance abuse with withdrawal, uncomplicated	
F19.131	1	Other psychoactive substance abuse with withdrawal delirium	
F19.132	1	Other psychoactive substance abuse with withdrawal with perceptual disturbance	
F19.139	1	Other psychoactive substance abuse with withdrawal, unspecified	
F19.14	1	Other psychoactive substance abuse with psychoactive substance-induced mood disorder	
F19.15	0	Other psychoactive substance abuse with psychoactive substance-induced psychotic disorder	
F19.150	1	Other psychoactive substance abuse with psychoactive substance-induced psychotic disorder with delusions	
F19.151	1	Other psychoactive substance abuse with psychoactive substance-induced psychotic disorder with hallucinations	
F19.159	1	Other psychoactive substance abuse with psychoactive substance-induced psychotic disorder, unspecified	
F19.16	1	Other psychoactive substance abuse with psychoactive substance-induced persisting amnestic disorder	
F19.17	1	Other psychoactive substance abuse with psychoactive substance-induced persisting dementia	
F19.18	0	Other psychoactive substance abuse with other psychoactive substance-induced disorders	
F19.180	1	Other psychoactive substance abuse with psychoactive substance-induced anxiety disorder	
F19.181	1	Other psychoactive substance abuse with psychoactive substance-induced sexual dysfunction	
F19.182	1	Other psychoactive substance abuse with psychoactive substance-induced sleep disorder	
F19.188	1	Other psychoactive substance abuse with other psychoactive substance-induced disorder	
F19.19	1	Other psychoactive substance abuse with unspecified psychoactive substance-induced disorder	
F19.2	0	Other psychoactive substance dependence	
F19.20	1	Other psychoactive substance dependence, uncomplicated	Other (or unknown) substance use disorder, moderate; Other (or unknown) substance use disorder, severe
F19.21	1	Other psychoactive substance dependence, in remission	Other (or unknown) substance use disorder, moderate, in early remission; Other (or unknown) substance use disorder, moderate, in sustained remission; Other (or unknown) substance use disorder, severe, in early remission; Other (or unknown) substance use disorder, severe, in sustained remission
F19.22	0	Other psychoactive substance dependence with intoxication	
F19.220	1	Other psychoactive substance dependence with intoxication, uncomplicated	
F19.221	1	Other psychoactive substance dependence with intoxication delirium	
F19.222	1	Other psychoactive substance dependence with intoxication with perceptual disturbance	
F19.229	1	Other psychoactive substance dependence with intoxication, unspecified	
F19.23	0	Other psychoactive substance dependence with withdrawal	
F19.230	1	Other psychoactive substance dependence with withdrawal, uncomplicated	
F19.231	1	Other psychoactive substance dependence with withdrawal delirium	
F19.232	1	Other psychoactive substance dependence with withdrawal with perceptual disturbance	
F19.239	1	Other psychoactive substance dependence with withdrawal, unspecified	
F19.24	1	Other psychoactive substance dependence with psychoactive substance-induced mood disorder	
F19.25	0	Other psychoactive substance dependence with psychoactive substance-induced psychotic disorder	
F19.250	1	Other psychoactive substance dependence with psychoactive substance-induced psychotic disorder with delusions	
F19.251	1	Other psychoactive substance dependence with psychoactive substance-induced psychotic disorder with hallucinations	
F19.259	1	Other psychoactive substance dependence with psychoactive substance-induced psychotic disorder, unspecified	
F19.26	1	Other psychoactive substance dependence with psychoactive substance-induced persisting amnestic disorder	
F19.27	1	Other psychoactive substance dependence with psychoactive substance-induced persisting dementia	
F19.28	0	Other psychoactive substance dependence with other psychoactive substance-induced disorders	
F19.280	1	Other psychoactive substance dependence with psychoactive substance-induced anxiety disorder	
F19.281	1	Other psychoactive substance dependence with psychoactive substance-induced sexual dysfunction	
F19.282	1	Other psychoactive substance dependence with psychoactive substance-induced sleep disorder	
F19.288	1	Other psychoactive substance dependence with other psychoactive substance-induced disorder	
F19.29	1	Other psychoactive substance dependence with unspecified psychoactive substance-induced disorder	
F19.9	0	Other psychoactive substance use, unspecified	
F19.90	1	Other psychoactive substance use, unspecified, uncomplicated	
F19.91	1	Other psychoactive substance use, unspecified, in remission	
F19.92	0	Other psychoactive substance use, unspecified with intoxication	
F19.920	1	Other psychoactive substance use, unspecified with intoxication, uncomplicated	
F19.921	1	Other psychoactive substance use, unspecified with intoxication with delirium	Other (or unknown) substance-induced delirium
F19.922	1	Other psychoactive substance use, unspecified with intoxication with perceptual disturbance	
F19.929	1	Other psychoactive substance use, unspecified with intoxication, unspecified	
F19.93	0	Other psychoactive substance use, unspecified with withdrawal	
F19.930	1	Other psychoactive substance use, unspecified with withdrawal, uncomplicated	
F19.931	1	Other psychoactive substance use, unspecified with withdrawal delirium	
F19.932	1	Other psychoactive substance use, unspecified with withdrawal with perceptual disturbance	
F19.939	1	Other psychoactive substance use, unspecified with withdrawal, unspecified	
F19.94	1	Other psychoactive substance use, unspecified with psychoactive substance-induced mood disorder	Other (or unknown) substance-induced bipolar or related disorder, without use disorder; Other (or unknown) substance-induced depressive disorder, without use disorder
F19.95	0	Other psychoactive substance use, unspecified with psychoactive substance-induced psychotic disorder	
F19.950	1	Other psychoactive substance use, unspecified with psychoactive substance-induced psychotic disorder with delusions	
F19.951	1	Other psychoactive substance use, unspecified with psychoactive substance-induced psychotic disorder with hallucinations	
F19.959	1	Other psychoactive substance use, unspecified with psychoactive substance-induced psychotic disorder, unspecified	Other or unknown substance-induced psychotic disorder, without use disorder
F19.96	1	Other psychoactive substance use, unspecified with psychoactive substance-induced persisting amnestic disorder	
F19.97	1	Other psychoactive substance use, unspecified with psychoactive substance-induced persisting dementia	Other (or unknown) substance-induced major neurocognitive disorder, without use disorder
F19.98	0	Other psychoactive substance use, unspecified with other psychoactive substance-induced disorders	
F19.980	1	Other psychoactive substance use, unspecified with psychoactive substance-induced anxiety disorder	Other (or unknown) substance-induced anxiety disorder, without use disorder
F19.981	1	Other psychoactive substance use, unspecified with psychoactive substance-induced sexual dysfunction	Other (or unknown) substance-induced sexual dysfunction, without use disorder
F19.982	1	Other psychoactive substance use, unspecified with psychoactive substance-induced sleep disorder	Other (or unknown) substance-induced sleep disorder, without use disorder
F19.988	1	Other psychoactive substance use, unspecified with other psychoactive substance-induced disorder	Other (or unknown) substance-induced mild neurocognitive disorder, without use disorder
F19.99	1	Other psychoactive substance use, unspecified with unspecified psychoactive substance-induced disorder	
F20	0	Schizophrenia	
F20.0	1	Paranoid schizophrenia	Paraphrenic schizophrenia
F20.1	1	Disorganized schizophrenia	Hebephrenic schizophrenia; Hebephrenia
F20.2	1	Catatonic schizophrenia	Schizophrenic catalepsy; Schizophrenic catatonia; Schizophrenic flexibilitas cerea
F20.3	1	Undifferentiated schizophrenia	Atypical schizophrenia
F20.5	1	Residual schizophrenia	Restzustand (schizophrenic); Schizophrenic residual state
F20.8	0	Other schizophrenia	
F20.81	1	Schizophreniform disorder	Schizophreniform psychosis NOS
F20.89	1	Other schizophrenia	Cenesthopathic schizophrenia; Simple schizophrenia
F20.9	1	Schizophrenia, unspecified	
F21	1	Schizotypal disorder	Borderline schizophrenia; Latent schizophrenia; Latent schizophrenic reaction; Prepsychotic schizophrenia; Prodromal schizophrenia; Pseudoneurotic schizophrenia; Pseudopsychopathic schizophrenia; Schizotypal personality disorder
F22	1	Delusional disorders	Delusional dysmorphophobia; Involutional paranoid state; Paranoia; Paranoia querulans; Paranoid psychosis; Paranoid state; Paraphrenia (late); Sensitiver Beziehungswahn
F23	1	Brief psychotic disorder	Paranoid reaction; Psychogenic paranoid psychosis
F24	1	Shared psychotic disorder	Folie à deux; Induced paranoid disorder; Induced psychotic disorder
F25	0	Schizoaffective disorders	
F25.0	1	Schizoaffective disorder, bipolar type	Cyclic schizophrenia; Schizoaffective disorder, manic type; Schizoaffective disorder, mixed type; Schizoaffective psychosis, bipolar type
F25.1	1	Schizoaffective disorder, depressive type	Schizoaffective psychosis, depressive type
F25.8	1	Other schizoaffective disorders	
F25.9	1	Schizoaffective disorder, unspecified	Schizoaffective psychosis NOS
F28	1	Other psychotic disorder not due to a substance or known physiological condition	Chronic hallucinatory psychosis; Other specified schizophrenia spectrum and other psychotic disorder
F29	1	Unspecified psychosis not due to a substance or known physiological condition	Psychosis NOS; Unspecified schizophrenia spectrum and other psychotic disorder
F30	0	Manic episode	
F30.1	0	Manic episode without psychotic symptoms	
F30.10	1	Manic episode without psychotic symptoms, unspecified	
F30.11	1	Manic episode without psychotic symptoms, mild	
F30.12	1	Manic episode without psychotic symptoms, moderate	
F30.13	1	Manic episode, severe, without psychotic symptoms	
F30.2	1	Manic episode, severe with psychotic symptoms	Manic stupor; Mania with mood-congruent psychotic symptoms; Mania with mood-incongruent psychotic symptoms
F30.3	1	Manic episode in partial remission	
F30.4	1	Manic episode in full remission	
F30.8	1	Other manic episodes	Hypomania
F30.9	1	Manic episode, unspecified	Mania NOS
F31	0	Bipolar disorder	
F31.0	1	Bipolar disorder, current episode hypomanic	
F31.1	0	Bipolar disorder, current episode manic without psychotic features	
F31.10	1	Bipolar disorder, current episode manic without psychotic features, unspecified	
F31.11	1	Bipolar disorder, current episode manic without psychotic features, mild	
F31.12	1	Bipolar disorder, current episode manic without psychotic features, moderate	
F31.13	1	Bipolar disorder, current episode manic without psychotic features, severe	
F31.2	1	Bipolar disorder, current episode manic severe with psychotic features	Bipolar disorder, current episode manic with mood-congruent psychotic symptoms; Bipolar disorder, current episode manic with mood-incongruent psychotic symptoms; Bipolar I disorder, current or most recent episode manic with psychotic features
F31.3	0	Bipolar disorder, current episode depressed, mild or moderate severity	
F31.30	1	Bipolar disorder, current episode depressed, mild or moderate severity, unspecified	
F31.31	1	Bipolar disorder, current episode depressed, mild	
F31.32	1	Bipolar disorder, current episode depressed, moderate	
F31.4	1	Bipolar disorder, current episode depressed, severe, without psychotic features	
F31.5	1	Bipolar disorder, current episode depressed, severe, with psychotic features	Bipolar disorder, current episode depressed with mood-incongruent psychotic symptoms; Bipolar disorder, current episode depressed with mood-congruent psychotic symptoms; Bipolar I disorder, current or most recent episode depressed, with psychotic features
F31.6	0	Bipolar disorder, current episode mixed	
F31.60	1	Bipolar disorder, current episode mixed, unspecified	
F31.61	1	Bipolar disorder, current episode mixed, mild	
F31.62	1	Bipolar disorder, current episode mixed, moderate	
F31.63	1	Bipolar disorder, current episode mixed, severe, without psychotic features	
F31.64	1	Bipolar disorder, current episode mixed, severe, with psychotic features	Bipolar disorder, current episode mixed with mood-congruent psychotic symptoms; Bipolar disorder, current episode mixed with mood-incongruent psychotic symptoms
F31.7	0	Bipolar disorder, currently in remission	
F31.70	1	Bipolar disorder, currently in remission, most recent episode unspecified	
F31.71	1	Bipolar disorder, in partial remission, most recent episode hypomanic	
F31.72	1	Bipolar disorder, in full remission, most recent episode hypomanic	
F31.73	1	Bipolar disorder, in partial remission, most recent episode manic	
F31.74	1	Bipolar disorder, in full remission, most recent episode manic	
F31.75	1	Bipolar disorder, in partial remission, most recent episode depressed	
F31.76	1	Bipolar disorder, in full remission, most recent episode depressed	
F31.77	1	Bipolar disorder, in partial remission, most recent episode mixed	
F31.78	1	Bipolar disorder, in full remission, most recent episode mixed	
F31.8	0	Other bipolar disorders	
F31.81	1	Bipolar II disorder	Bipolar disorder, type 2
F31.89	1	Other bipolar disorder	Recurrent manic episodes NOS
F31.9	1	Bipolar disorder, unspecified	Manic depression
F32	0	Depressive episode	
F32.0	1	Major depressive disorder, single episode, mild	
F32.1	1	Major depressive disorder, single episode, moderate	
F32.2	1	Major depressive disorder, single episode, severe without psychotic features	
F32.3	1	Major depressive disorder, single episode, severe with psychotic features	Single episode of major depression with mood-congruent psychotic symptoms; Single episode of major depression with mood-incongruent psychotic symptoms; Single episode of major depression with psychotic symptoms; Single episode of psychogenic depressive psychosis; Single episode of psychotic depression; Single episode of reactive depressive psychosis
F32.4	1	Major depressive disorder, single episode, in partial remission	
F32.5	1	Major depressive disorder, single episode, in full remission	
F32.8	0	Other depressive episodes	
F32.81	1	Premenstrual dysphoric disorder	
F32.89	1	Other specified depressive episodes	Atypical depression; Post-schizophrenic depression; Single episode of 'masked' depression NOS
F32.9	1	Major depressive disorder, single episode, unspecified	Major depression NOS
F32.A	1	Depression, unspecified	Depression NOS; Depressive disorder NOS
F33	0	Major depressive disorder, recurrent	
F33.0	1	Major depressive disorder, recurrent, mild	
F33.1	1	Major depressive disorder, recurrent, moderate	
F33.2	1	Major depressive disorder, recurrent severe without psychotic features	
F33.3	1	Major depressive disorder, recurrent, severe with psychotic symptoms	Endogenous depression with psychotic symptoms; Major depressive disorder, recurrent, with psychotic features; Recurrent severe episodes of major depression with mood-congruent psychotic symptoms; Recurrent severe episodes of major depression with mood-incongruent psychotic symptoms; Recurrent severe episodes of major depression with psychotic symptoms; Recurrent severe episodes of psychogenic depressive psychosis; Recurrent severe episodes of psychotic depression; Recurrent severe episodes of reactive depressive psychosis
F33.4	0	Major depressive disorder, recurrent, in remission	
F33.40	1	Major depressive disorder, recurrent, in remission, unspecified	
F33.41	1	Major depressive disorder, recurrent, in partial remission	
F33.42	1	Major depressive disorder, recurrent, in full remission	
F33.8	1	Other recurrent depressive disorders	Recurrent brief depressive episodes
F33.9	1	Major depressive disorder, recurrent, unspecified	Monopolar depression NOS
F34	0	Persistent mood [affective] disorders	
F34.0	1	Cyclothymic disorder	Affective personality disorder; Cycloid personality; Cyclothymia; Cyclothymic personality
F34.1	1	Dysthymic disorder	Depressive neurosis; Depressive personality disorder; Dysthymia; Neurotic depression; Persistent anxiety depression; Persistent depressive disorder
F34.8	0	Other persistent mood [affective] disorders	
F34.81	1	Disruptive mood dysregulation disorder	
F34.89	1	Other specified persistent mood disorders	
F34.9	1	Persistent mood [affective] disorder, unspecified	
F39	1	Unspecified mood [affective] disorder	Affective psychosis NOS
F40	0	Phobic anxiety disorders	
F40.0	0	Agoraphobia	
F40.00	1	Agoraphobia, unspecified	
F40.01	1	Agoraphobia with panic disorder	Panic disorder with agoraphobia
F40.02	1	Agoraphobia without panic disorder	
F40.1	0	Social phobias	Anthropophobia; Social anxiety disorder; Social anxiety disorder of childhood; Social neurosis
F40.10	1	Social phobia, unspecified	
F40.11	1	Social phobia, generalized	
F40.2	0	Specific (isolated) phobias	
F40.21	0	Animal type phobia	
F40.210	1	Arachnophobia	Fear of spiders
F40.218	1	Other animal type phobia	
F40.22	0	Natural environment type phobia	
F40.220	1	Fear of thunderstorms	
F40.228	1	Other natural environment type phobia	
F40.23	0	Blood, injection, injury type phobia	
F40.230	1	Fear of blood	
F40.231	1	Fear of injections and transfusions	
F40.232	1	Fear of other medical care	
F40.233	1	Fear of injury	
F40.24	0	Situational type phobia	
F40.240	1	Claustrophobia	
F40.241	1	Acrophobia	
F40.242	1	Fear of bridges	
F40.243	1	Fear of flying	
F40.248	1	Other situational type phobia	
F40.29	0	Other specified phobia	
F40.290	1	Androphobia	Fear of men
F40.291	1	Gynephobia	Fear of women
F40.298	1	Other specified phobia	
F40.8	1	Other phobic anxiety disorders	Phobic anxiety disorder of childhood
F40.9	1	Phobic anxiety disorder, unspecified	Phobia NOS; Phobic state NOS
F41	0	Other anxiety disorders	
F41.0	1	Panic disorder [episodic paroxysmal anxiety]	Panic attack; Panic state
F41.1	1	Generalized anxiety disorder	Anxiety neurosis; Anxiety reaction; Anxiety state; Overanxious disorder
F41.3	1	Other mixed anxiety disorders	
F41.8	1	Other specified anxiety disorders	Anxiety depression (mild or not persistent); Anxiety hysteria; Mixed anxiety and depressive disorder
F41.9	1	Anxiety disorder, unspecified	Anxiety NOS
F42	0	Obsessive-compulsive disorder	
F42.2	1	Mixed obsessional thoughts and acts	
F42.3	1	Hoarding disorder	
F42.4	1	Excoriation (skin-picking) disorder	
F42.8	1	Other obsessive-compulsive disorder	Anancastic neurosis; Obsessive-compulsive neurosis
F42.9	1	Obsessive-compulsive disorder, unspecified	
F43	0	Reaction to severe stress, and adjustment disorders	
F43.0	1	Acute stress reaction	Acute crisis reaction; Acute reaction to stress; Combat and operational stress reaction; Combat fatigue; Crisis state; Psychic shock
F43.1	0	Post-traumatic stress disorder (PTSD)	Traumatic neurosis
F43.10	1	Post-traumatic stress disorder, unspecified	
F43.11	1	Post-traumatic stress disorder, acute	
F43.12	1	Post-traumatic stress disorder, chronic	
F43.2	0	Adjustment disorders	Culture shock; Grief reaction; Hospitalism in children
F43.20	1	Adjustment disorder, unspecified	
F43.21	1	Adjustment disorder with depressed mood	
F43.22	1	Adjustment disorder with anxiety	
F43.23	1	Adjustment disorder with mixed anxiety and depressed mood	
F43.24	1	Adjustment disorder with disturbance of conduct	
F43.25	1	Adjustment disorder with mixed disturbance of emotions and conduct	
F43.29	1	Adjustment disorder with other symptoms	
F43.8	0	Other reactions to severe stress	Other specified trauma and stressor-related disorder
F43.81	1	Prolonged grief disorder	Complicated grief; Complicated grief disorder; Persistent complex bereavement disorder
F43.89	1	Other reactions to severe stress	
F43.9	1	Reaction to severe stress, unspecified	Trauma and stressor-related disorder, NOS; Unspecified trauma and stressor-related disorder
F44	0	Dissociative and conversion disorders	
F44.0	1	Dissociative amnesia	
F44.1	1	Dissociative fugue	Dissociative amnesia with dissociative fugue
F44.2	1	Dissociative stupor	
F44.4	1	Conversion disorder with motor symptom or deficit	Conversion disorder with abnormal movement; Conversion disorder with speech symptoms; Conversion disorder with swallowing symptoms; Conversion disorder with weakness/paralysis; Dissociative motor disorders; Psychogenic aphonia; Psychogenic dysphonia
F44.5	1	Conversion disorder with seizures or convulsions	Conversion disorder with attacks or seizures; Dissociative convulsions
F44.6	1	Conversion disorder with sensory symptom or deficit	Conversion disorder with anesthesia or sensory loss; Conversion disorder with special sensory symptoms; Dissociative anesthesia and sensory loss; Psychogenic deafness
F44.7	1	Conversion disorder with mixed symptom presentation	
F44.8	0	Other dissociative and conversion disorders	
F44.81	1	Dissociative identity disorder	Multiple personality disorder
F44.89	1	Other dissociative and conversion disorders	Ganser's syndrome; Psychogenic confusion; Psychogenic twilight state; Trance and possession disorders
F44.9	1	Dissociative and conversion disorder, unspecified	Dissociative disorder NOS
F45	0	Somatoform disorders	
F45.0	1	Somatization disorder	Briquet's disorder; Multiple psychosomatic disorder
F45.1	1	Undifferentiated somatoform disorder	Somatic symptom disorder; Undifferentiated psychosomatic disorder
F45.2	0	Hypochondriacal disorders	
F45.20	1	Hypochondriacal disorder, unspecified	
F45.21	1	Hypochondriasis	Hypochondriacal neurosis; Illness anxiety disorder
F45.22	1	Body dysmorphic disorder	Bigorexia; Dysmorphophobia (nondelusional); Muscle dysmorphia; Nosophobia
F45.29	1	Other hypochondriacal disorders	
F45.4	0	Pain disorders related to psychological factors	
F45.41	1	Pain disorder exclusively related to psychological factors	Somatoform pain disorder (persistent)
F45.42	1	Pain disorder with related psychological factors	
F45.8	1	Other somatoform disorders	Psychogenic dysmenorrhea; Psychogenic dysphagia, including 'globus hystericus'; Psychogenic pruritus; Psychogenic torticollis; Somatoform autonomic dysfunction; Teeth grinding
F45.9	1	Somatoform disorder, unspecified	Psychosomatic disorder NOS
F48	0	Other nonpsychotic mental disorders	
F48.1	1	Depersonalization-derealization syndrome	
F48.2	1	Pseudobulbar affect	Involuntary emotional expression disorder
F48.8	1	Other specified nonpsychotic mental disorders	Dhat syndrome; Neurasthenia; Occupational neurosis, including writer's cramp; Psychasthenia; Psychasthenic neurosis; Psychogenic syncope
F48.9	1	Nonpsychotic mental disorder, unspecified	Neurosis NOS
F50	0	Eating disorders	
F50.0	0	Anorexia nervosa	
F50.00	1	Anorexia nervosa, unspecified	
F50.01	0	Anorexia nervosa, restricting type	
F50.010	1	Anorexia nervosa, restricting type, mild	
F50.011	1	Anorexia nervosa, restricting type, moderate	Anorexia nervosa, restricting type, with a body mass index of 16.0-16.99 kg/m2
F50.012	1	Anorexia nervosa, restricting type, severe	Anorexia nervosa, restricting type, with a body mass index of 15.0-15.99 kg/m2
F50.013	1	Anorexia nervosa, restricting type, extreme	Anorexia nervosa, restricting type, with a body mass index of less than 15.0 kg/m2
F50.014	1	Anorexia nervosa, restricting type, in remission	Anorexia nervosa, restricting type, in full remission; Anorexia nervosa, restricting type, in partial remission
F50.019	1	Anorexia nervosa, restricting type, unspecified	
F50.02	0	Anorexia nervosa, binge eating/purging type	
F50.020	1	Anorexia nervosa, binge eating/purging type, mild	
F50.021	1	Anorexia nervosa, binge eating/purging type, moderate	Anorexia nervosa, binge eating/purging type, with a body mass index of 16.0-16.99 kg/m2
F50.022	1	Anorexia nervosa, binge eating/purging type, severe	Anorexia nervosa, binge eating/purging type, with a body mass index of 15.0-15.99 kg/m2
F50.023	1	Anorexia nervosa, binge eating/purging type, extreme	
F50.024	1	Anorexia nervosa, binge eating/purging type, in remission	Anorexia nervosa, binge eating/purging type, in full remission; Anorexia nervosa, binge eating/purging type, in partial remission
F50.029	1	Anorexia nervosa, binge eating/purging type, unspecified	
F50.2	0	Bulimia nervosa	Bulimia NOS; Hyperorexia nervosa
F50.20	1	Bulimia nervosa, unspecified	
F50.21	1	Bulimia nervosa, mild	Bulimia nervosa with 1-3 episodes of inappropriate compensatory behavior per week
F50.22	1	Bulimia nervosa, moderate	Bulimia nervosa with 4-7 episodes of inappropriate compensatory behavior per week
F50.23	1	Bulimia nervosa, severe	Bulimia nervosa with 8-13 episodes of inappropriate compensatory behavior per week
F50.24	1	Bulimia nervosa, extreme	Bulimia nervosa with 14 or more episodes of inappropriate compensatory behavior per week
F50.25	1	Bulimia nervosa, in remission	Bulimia nervosa, in full remission; Bulimia nervosa, in partial remission
F50.8	0	Other eating disorders	
F50.81	0	Binge eating disorder	
F50.810	1	Binge eating disorder, mild	Binge eating disorder with 1-3 binge eating episodes per week
F50.811	1	Binge eating disorder, moderate	Binge eating disorder with 4-7 binge eating episodes per week
F50.812	1	Binge eating disorder, severe	Binge eating disorder with 8-13 binge eating episodes per week
F50.813	1	Binge eating disorder, extreme	Binge eating disorder with 14 or more eating episodes per week
F50.814	1	Binge eating disorder, in remission	Binge eating disorder, in full remission; Binge eating disorder, in partial remission
F50.819	1	Binge eating disorder, unspecified	
F50.82	1	Avoidant/restrictive food intake disorder	Avoidant/restrictive food intake disorder, in remission
F50.83	1	Pica in adults	Pica in adults, in remission
F50.84	1	Rumination disorder in adults	Rumination disorder in adults, in remission
F50.89	1	Other specified eating disorder	Psychogenic loss of appetite
F50.9	1	Eating disorder, unspecified	Atypical anorexia nervosa; Atypical bulimia nervosa; Feeding or eating disorder, unspecified; Other specified feeding disorder
F51	0	Sleep disorders not due to a substance or known physiological condition	
F51.0	0	Insomnia not due to a substance or known physiological condition	
F51.01	1	Primary insomnia	Idiopathic insomnia
F51.02	1	Adjustment insomnia	
F51.03	1	Paradoxical insomnia	
F51.04	1	Psychophysiologic insomnia	
F51.05	1	Insomnia due to other mental disorder	
F51.09	1	Other insomnia not due to a substance or known physiological condition	
F51.1	0	Hypersomnia not due to a substance or known physiological condition	
F51.11	1	Primary hypersomnia	
F51.12	1	Insufficient sleep syndrome	
F51.13	1	Hypersomnia due to other mental disorder	
F51.19	1	Other hypersomnia not due to a substance or known physiological condition	
F51.3	1	Sleepwalking [somnambulism]	Non-rapid eye movement sleep arousal disorders, sleepwalking type
F51.4	1	Sleep terrors [night terrors]	Non-rapid eye movement sleep arousal disorders, sleep terror type
F51.5	1	Nightmare disorder	Dream anxiety disorder
F51.8	1	Other sleep disorders not due to a substance or known physiological condition	
F51.9	1	Sleep disorder not due to a substance or known physiological condition, unspecified	Emotional sleep disorder NOS
F52	0	Sexual dysfunction not due to a substance or known physiological condition	
F52.0	1	Hypoactive sexual desire disorder	Lack or loss of sexual desire; Male hypoactive sexual desire disorder; Sexual anhedonia
F52.1	1	Sexual aversion disorder	Sexual aversion and lack of sexual enjoyment
F52.2	0	Sexual arousal disorders	Failure of genital response
F52.21	1	Male erectile disorder	Erectile disorder; Psychogenic impotence
F52.22	1	Female sexual arousal disorder	Female sexual interest/arousal disorder
F52.3	0	Orgasmic disorder	Inhibited orgasm; Psychogenic anorgasmy
F52.31	1	Female orgasmic disorder	
F52.32	1	Male orgasmic disorder	Delayed ejaculation
F52.4	1	Premature ejaculation	
F52.5	1	Vaginismus not due to a substance or known physiological condition	Psychogenic vaginismus
F52.6	1	Dyspareunia not due to a substance or known physiological condition	Genito-pelvic pain penetration disorder; Psychogenic dyspareunia
F52.8	1	Other sexual dysfunction not due to a substance or known physiological condition	Excessive sexual drive; Nymphomania; Satyriasis
F52.9	1	Unspecified sexual dysfunction not due to a substance or known physiological condition	Sexual dysfunction NOS
F53	0	Mental and behavioral disorders associated with the puerperium, not elsewhere classified	
F53.0	1	Postpartum depression	Postnatal depression, NOS; Postpartum depression, NOS
F53.1	1	Puerperal psychosis	Postpartum psychosis; Puerperal psychosis, NOS
F54	1	Psychological and behavioral factors associated with disorders or diseases classified elsewhere	Psychological factors affecting physical conditions
F55	0	Abuse of non-psychoactive substances	
F55.0	1	Abuse of antacids	
F55.1	1	Abuse of herbal or folk remedies	
F55.2	1	Abuse of laxatives	
F55.3	1	Abuse of steroids or hormones	
F55.4	1	Abuse of vitamins	
F55.8	1	Abuse of other non-psychoactive substances	
F59	1	Unspecified behavioral syndromes associated with physiological disturbances and physical factors	Psychogenic physiological dysfunction NOS
F60	0	Specific personality disorders	
F60.0	1	Paranoid personality disorder	Expansive paranoid personality (disorder); Fanatic personality (disorder); Querulant personality (disorder); Paranoid personality (disorder); Sensitive paranoid personality (disorder)
F60.1	1	Schizoid personality disorder	
F60.2	1	Antisocial personality disorder	Amoral personality (disorder); Asocial personality (disorder); Dissocial personality disorder; Psychopathic personality (disorder); Sociopathic personality (disorder)
F60.3	1	Borderline personality disorder	Aggressive personality (disorder); Emotionally unstable personality disorder; Explosive personality (disorder)
F60.4	1	Histrionic personality disorder	Hysterical personality (disorder); Psychoinfantile personality (disorder)
F60.5	1	Obsessive-compulsive personality disorder	Anankastic personality (disorder); Compulsive personality (disorder); Obsessional personality (disorder)
F60.6	1	Avoidant personality disorder	Anxious personality disorder
F60.7	1	Dependent personality disorder	Asthenic personality (disorder); Inadequate personality (disorder); Passive personality (disorder)
F60.8	0	Other specific personality disorders	
F60.81	1	Narcissistic personality disorder	
F60.89	1	Other specific personality disorders	Eccentric personality disorder; 'Haltlose' type personality disorder; Immature personality disorder; Passive-aggressive personality disorder; Psychoneurotic personality disorder; Self-defeating personality disorder
F60.9	1	Personality disorder, unspecified	Character disorder NOS; Character neurosis NOS; Pathological personality NOS
F63	0	Impulse disorders	
F63.0	1	Pathological gambling	Compulsive gambling; Gambling disorder
F63.1	1	Pyromania	Pathological fire-setting
F63.2	1	Kleptomania	Pathological stealing
F63.3	1	Trichotillomania	Hair plucking
F63.8	0	Other impulse disorders	
F63.81	1	Intermittent explosive disorder	
F63.89	1	Other impulse disorders	
F63.9	1	Impulse disorder, unspecified	Impulse control disorder NOS
F64	0	Gender identity disorders	
F64.0	1	Transsexualism	Gender dysphoria in adolescents and adults; Gender identity disorder in adolescence and adulthood; Gender incongruence in adolescents and adults; Transgender
F64.1	1	Dual role transvestism	
F64.2	1	Gender identity disorder of childhood	Gender dysphoria in children; Gender incongruence of childhood
F64.8	1	Other gender identity disorders	Other specified gender dysphoria
F64.9	1	Gender identity disorder, unspecified	Gender dysphoria, unspecified; Gender incongruence, unspecified; Gender-role disorder NOS
F65	0	Paraphilias	
F65.0	1	Fetishism	Fetishistic disorder
F65.1	1	Transvestic fetishism	Fetishistic transvestism; Transvestic disorder
F65.2	1	Exhibitionism	Exhibitionistic disorder
F65.3	1	Voyeurism	Voyeuristic disorder
F65.4	1	Pedophilia	Pedophilic disorder
F65.5	0	Sadomasochism	
F65.50	1	Sadomasochism, unspecified	
F65.51	1	Sexual masochism	Sexual masochism disorder
F65.52	1	Sexual sadism	Sexual sadism disorder
F65.8	0	Other paraphilias	
F65.81	1	Frotteurism	Frotteuristic disorder
F65.89	1	Other paraphilias	Necrophilia; Other specified paraphilic disorder
F65.9	1	Paraphilia, unspecified	Paraphilic disorder, unspecified; Sexual deviation NOS
F66	1	Other sexual disorders	Sexual maturation disorder; Sexual relationship disorder
F68	0	Other disorders of adult personality and behavior	
F68.1	0	Factitious disorder imposed on self	Compensation neurosis; Elaboration of physical symptoms for psychological reasons; Hospital hopper syndrome; Münchausen's syndrome; Peregrinating patient
F68.10	1	Factitious disorder imposed on self, unspecified	
F68.11	1	Factitious disorder imposed on self, with predominantly psychological signs and symptoms	
F68.12	1	Factitious disorder imposed on self, with predominantly physical signs and symptoms	
F68.13	1	Factitious disorder imposed on self, with combined psychological and physical signs and symptoms	
F68.8	1	Other specified disorders of adult personality and behavior	
F68.A	1	Factitious disorder imposed on another	Factitious disorder by proxy; Münchausen's by proxy
F69	1	Unspecified disorder of adult personality and behavior	
F70	1	Mild intellectual disabilities	IQ level 50-55 to approximately 70; Mild mental subnormality
F71	1	Moderate intellectual disabilities	IQ level 35-40 to 50-55; Moderate mental subnormality
F72	1	Severe intellectual disabilities	IQ 20-25 to 35-40; Severe mental subnormality
F73	1	Profound intellectual disabilities	IQ level below 20-25; Profound mental subnormality
F78	0	Other intellectual disabilities	
F78.A	0	Other genetic related intellectual disabilities	
F78.A1	1	SYNGAP1-related intellectual disability	
F78.A9	1	Other genetic related intellectual disability	
F79	1	Unspecified intellectual disabilities	Mental deficiency NOS; Mental subnormality NOS
F80	0	Specific developmental disorders of speech and language	
F80.0	1	Phonological disorder	Dyslalia; Functional speech articulation disorder; Lalling; Lisping; Phonological developmental disorder; Speech articulation developmental disorder; Speech-sound disorder
F80.1	1	Expressive language disorder	Developmental dysphasia or aphasia, expressive type
F80.2	1	Mixed receptive-expressive language disorder	Developmental dysphasia or aphasia, receptive type; Developmental Wernicke's aphasia
F80.4	1	Speech and language development delay due to hearing loss	
F80.8	0	Other developmental disorders of speech and language	
F80.81	1	Childhood onset fluency disorder	Cluttering NOS; Stuttering NOS
F80.82	1	Social pragmatic communication disorder	
F80.89	1	Other developmental disorders of speech and language	
F80.9	1	Developmental disorder of speech and language, unspecified	Communication disorder NOS; Language disorder NOS
F81	0	Specific developmental disorders of scholastic skills	
F81.0	1	Specific reading disorder	'Backward reading'; Developmental dyslexia; Specific learning disorder, with impairment in reading; Specific reading retardation
F81.2	1	Mathematics disorder	Developmental acalculia; Developmental arithmetical disorder; Developmental Gerstmann's syndrome; Specific learning disorder, with impairment in mathematics
F81.8	0	Other developmental disorders of scholastic skills	
F81.81	1	Disorder of written expression	Specific learning disorder, with impairment in written expression; Specific spelling disorder
F81.89	1	Other developmental disorders of scholastic skills	
F81.9	1	Developmental disorder of scholastic skills, unspecified	Knowledge acquisition disability NOS; Learning disability NOS; Learning disorder NOS
F82	1	Specific developmental disorder of motor function	Clumsy child syndrome; Developmental coordination disorder; Developmental dyspraxia
F84	0	Pervasive developmental disorders	
F84.0	1	Autistic disorder	Autism spectrum disorder; Infantile autism; Infantile psychosis; Kanner's syndrome
F84.2	1	Rett's syndrome	
F84.3	1	Other childhood disintegrative disorder	Dementia infantilis; Disintegrative psychosis; Heller's syndrome; Symbiotic psychosis
F84.5	1	Asperger's syndrome	Asperger's disorder; Autistic psychopathy; Schizoid disorder of childhood
F84.8	1	Other pervasive developmental disorders	Overactive disorder associated with intellectual disabilities and stereotyped movements
F84.9	1	Pervasive developmental disorder, unspecified	Atypical autism
F88	1	Other disorders of psychological development	Developmental agnosia; Global developmental delay; Other specified neurodevelopmental disorder
F89	1	Unspecified disorder of psychological development	Developmental disorder NOS; Neurodevelopmental disorder NOS
F90	0	Attention-deficit hyperactivity disorders	
F90.0	1	Attention-deficit hyperactivity disorder, predominantly inattentive type	Attention-deficit/hyperactivity disorder, predominantly inattentive presentation
F90.1	1	Attention-deficit hyperactivity disorder, predominantly hyperactive type	Attention-deficit/hyperactivity disorder, predominantly hyperactive impulsive presentation
F90.2	1	Attention-deficit hyperactivity disorder, combined type	Attention-deficit/hyperactivity disorder, combined presentation
F90.8	1	Attention-deficit hyperactivity disorder, other type	
F90.9	1	Attention-deficit hyperactivity disorder, unspecified type	Attention-deficit hyperactivity disorder of childhood or adolescence NOS; Attention-deficit hyperactivity disorder NOS
F91	0	Conduct disorders	
F91.0	1	Conduct disorder confined to family context	
F91.1	1	Conduct disorder, childhood-onset type	Unsocialized conduct disorder; Conduct disorder, solitary aggressive type; Unsocialized aggressive disorder
F91.2	1	Conduct disorder, adolescent-onset type	Socialized conduct disorder; Conduct disorder, group type
F91.3	1	Oppositional defiant disorder	
F91.8	1	Other conduct disorders	Other specified conduct disorder; Other specified disruptive disorder
F91.9	1	Conduct disorder, unspecified	Behavioral disorder NOS; Conduct disorder NOS; Disruptive behavior disorder NOS; Disruptive disorder NOS
F93	0	Emotional disorders with onset specific to childhood	
F93.0	1	Separation anxiety disorder of childhood	
F93.8	1	Other childhood emotional disorders	Identity disorder
F93.9	1	Childhood emotional disorder, unspecified	
F94	0	Disorders of social functioning with onset specific to childhood and adolescence	
F94.0	1	Selective mutism	Elective mutism
F94.1	1	Reactive attachment disorder of childhood	
F94.2	1	Disinhibited attachment disorder of childhood	Affectionless psychopathy; Institutional syndrome
F94.8	1	Other childhood disorders of social functioning	
F94.9	1	Childhood disorder of social functioning, unspecified	
F95	0	Tic disorder	
F95.0	1	Transient tic disorder	Provisional tic disorder
F95.1	1	Chronic motor or vocal tic disorder	
F95.2	1	Tourette's disorder	Combined vocal and multiple motor tic disorder [de la Tourette]; Tourette's syndrome
F95.8	1	Other tic disorders	
F95.9	1	Tic disorder, unspecified	Tic NOS
F98	0	Other behavioral and emotional disorders with onset usually occurring in childhood and adolescence	
F98.0	1	Enuresis not due to a substance or known physiological condition	Enuresis (primary) (secondary) of nonorganic origin; Functional enuresis; Psychogenic enuresis; Urinary incontinence of nonorganic origin
F98.1	1	Encopresis not due to a substance or known physiological condition	Functional encopresis; Incontinence of feces of nonorganic origin; Psychogenic encopresis
F98.2	0	Other feeding disorders of infancy and childhood	
F98.21	1	Rumination disorder of infancy and childhood	Rumination disorder in infancy or childhood, in remission
F98.29	1	Other feeding disorders of infancy and early childhood	
F98.3	1	Pica of infancy and childhood	Pica in infancy or childhood, in remission
F98.4	1	Stereotyped movement disorders	Stereotype/habit disorder
F98.5	1	Adult onset fluency disorder	
F98.8	1	Other specified behavioral and emotional disorders with onset usually occurring in childhood and adolescence	Excessive masturbation; Nail-biting; Nose-picking; Thumb-sucking
F98.9	1	Unspecified behavioral and emotional disorders with onset usually occurring in childhood and adolescence	
F99	1	Mental disorder, not otherwise specified	Mental illness NOS
G31	0	Other degenerative diseases of nervous system, not elsewhere classified	
G31.8	0	Other specified degenerative diseases of nervous system	
G31.84	1	Mild cognitive impairment of uncertain or unknown etiology	Mild cognitive disorder NOS; Mild neurocognitive disorder of uncertain or unknown etiology
G47	0	Sleep disorders	
G47.0	0	Insomnia	
G47.00	1	Insomnia, unspecified	Insomnia NOS
G47.01	1	Insomnia due to medical condition	
G47.09	1	Other insomnia	
G47.1	0	Hypersomnia	
G47.10	1	Hypersomnia, unspecified	Hypersomnia NOS
G47.11	1	Idiopathic hypersomnia with long sleep time	Idiopathic hypersomnia NOS
G47.12	1	Idiopathic hypersomnia without long sleep time	
G47.13	1	Recurrent hypersomnia	Kleine-Levin syndrome; Menstrual related hypersomnia
G47.14	1	Hypersomnia due to medical condition	
G47.19	1	Other hypersomnia	
G47.2	0	Circadian rhythm sleep disorders	Disorders of the sleep wake schedule; Inversion of nyctohemeral rhythm; Inversion of sleep rhythm
G47.20	1	Circadian rhythm sleep disorder, unspecified type	Sleep wake schedule disorder NOS
G47.21	1	Circadian rhythm sleep disorder, delayed sleep phase type	Delayed sleep phase syndrome
G47.22	1	Circadian rhythm sleep disorder, advanced sleep phase type	
G47.23	1	Circadian rhythm sleep disorder, irregular sleep wake type	Irregular sleep-wake pattern
G47.24	1	Circadian rhythm sleep disorder, free running type	Circadian rhythm sleep disorder, non-24-hour sleep-wake type
G47.25	1	Circadian rhythm sleep disorder, jet lag type	
G47.26	1	Circadian rhythm sleep disorder, shift work type	
G47.27	1	Circadian rhythm sleep disorder in conditions classified elsewhere	
G47.29	1	Other circadian rhythm sleep disorder	
G47.3	0	Sleep apnea	
G47.30	1	Sleep apnea, unspecified	Sleep apnea NOS
G47.31	1	Primary central sleep apnea	Idiopathic central sleep apnea
G47.32	1	High altitude periodic breathing	
G47.33	1	Obstructive sleep apnea (adult) (pediatric)	Obstructive sleep apnea hypopnea
G47.34	1	Idiopathic sleep related nonobstructive alveolar hypoventilation	Sleep related hypoxia
G47.35	1	Congenital central alveolar hypoventilation syndrome	
G47.36	1	Sleep related hypoventilation in conditions classified elsewhere	Sleep related hypoxemia in conditions classified elsewhere
G47.37	1	Central sleep apnea in conditions classified elsewhere	
G47.39	1	Other sleep apnea	
G47.4	0	Narcolepsy and cataplexy	
G47.41	0	Narcolepsy	
G47.411	1	Narcolepsy with cataplexy	
G47.419	1	Narcolepsy without cataplexy	Narcolepsy NOS
G47.42	0	Narcolepsy in conditions classified elsewhere	
G47.421	1	Narcolepsy in conditions classified elsewhere with cataplexy	
G47.429	1	Narcolepsy in conditions classified elsewhere without cataplexy	
G47.5	0	Parasomnia	
G47.50	1	Parasomnia, unspecified	Parasomnia NOS
G47.51	1	Confusional arousals	
G47.52	1	REM sleep behavior disorder	
G47.53	1	Recurrent isolated sleep paralysis	
G47.54	1	Parasomnia in conditions classified elsewhere	
G47.59	1	Other parasomnia	
G47.6	0	Sleep related movement disorders	
G47.61	1	Periodic limb movement disorder	
G47.62	1	Sleep related leg cramps	
G47.63	1	Sleep related bruxism	
G47.69	1	Other sleep related movement disorders	
G47.8	1	Other sleep disorders	Other specified sleep-wake disorder
G47.9	1	Sleep disorder, unspecified	Sleep disorder NOS; Unspecified sleep-wake disorder
R40	0	Somnolence, stupor and coma	
R40.0	1	Somnolence	Drowsiness
R40.1	1	Stupor	Catatonic stupor; Semicoma
R40.4	1	Transient alteration of awareness	
R41	0	Other symptoms and signs involving cognitive functions and awareness	
R41.0	1	Disorientation, unspecified	Confusion NOS; Delirium NOS
R41.1	1	Anterograde amnesia	
R41.2	1	Retrograde amnesia	
R41.3	1	Other amnesia	Amnesia NOS; Memory loss NOS
R41.4	1	Neurologic neglect syndrome	Asomatognosia; Hemi-akinesia; Hemi-inattention; Hemispatial neglect; Left-sided neglect; Sensory neglect; Visuospatial neglect
R41.8	0	Other symptoms and signs involving cognitive functions and awareness	
R41.81	1	Age-related cognitive decline	Senility NOS
R41.82	1	Altered mental status, unspecified	Change in mental status NOS
R41.83	1	Borderline intellectual functioning	IQ level 71 to 84
R41.84	0	Other specified cognitive deficit	
R41.840	1	Attention and concentration deficit	
R41.841	1	Cognitive communication deficit	
R41.842	1	Visuospatial deficit	
R41.843	1	Psychomotor deficit	
R41.844	1	Frontal lobe and executive function deficit	
R41.85	1	Anosognosia	
R41.89	1	Other symptoms and signs involving cognitive functions and awareness	
R41.9	1	Unspecified symptoms and signs involving cognitive functions and awareness	Unspecified neurocognitive disorder
R42	1	Dizziness and giddiness	Light-headedness; Vertigo NOS
R43	0	Disturbances of smell and taste	
R43.0	1	Anosmia	
R43.1	1	Parosmia	
R43.2	1	Parageusia	
R43.8	1	Other disturbances of smell and taste	Mixed disturbance of smell and taste
R43.9	1	Unspecified disturbances of smell and taste	
R44	0	Other symptoms and signs involving general sensations and perceptions	
R44.0	1	Auditory hallucinations	
R44.1	1	Visual hallucinations	
R44.2	1	Other hallucinations	
R44.3	1	Hallucinations, unspecified	
R44.8	1	Other symptoms and signs involving general sensations and perceptions	
R44.9	1	Unspecified symptoms and signs involving general sensations and perceptions	
R45	0	Symptoms and signs involving emotional state	
R45.0	1	Nervousness	Nervous tension
R45.1	1	Restlessness and agitation	
R45.2	1	Unhappiness	
R45.3	1	Demoralization and apathy	
R45.4	1	Irritability and anger	
R45.5	1	Hostility	
R45.6	1	Violent behavior	
R45.7	1	State of emotional shock and stress, unspecified	
R45.8	0	Other symptoms and signs involving emotional state	
R45.81	1	Low self-esteem	
R45.82	1	Worries	
R45.83	1	Excessive crying of child, adolescent or adult	
R45.84	1	Anhedonia	
R45.85	0	Homicidal and suicidal ideations	
R45.850	1	Homicidal ideations	
R45.851	1	Suicidal ideations	
R45.86	1	Emotional lability	
R45.87	1	Impulsiveness	
R45.88	1	Nonsuicidal self-harm	Nonsuicidal self-injury; Nonsuicidal self-mutilation; Self-inflicted injury without suicidal intent
R45.89	1	Other symptoms and signs involving emotional state	Flat affect; Loneliness
R46	0	Symptoms and signs involving appearance and behavior	
R46.0	1	Very low level of personal hygiene	
R46.1	1	Bizarre personal appearance	
R46.2	1	Strange and inexplicable behavior	
R46.3	1	Overactivity	
R46.4	1	Slowness and poor responsiveness	
R46.5	1	Suspiciousness and marked evasiveness	
R46.6	1	Undue concern and preoccupation with stressful events	
R46.7	1	Verbosity and circumstantial detail obscuring reason for contact	
R46.8	0	Other symptoms and signs involving appearance and behavior	
R46.81	1	Obsessive-compulsive behavior	
R46.89	1	Other symptoms and signs involving appearance and behavior	
T14	0	Injury of unspecified body region	
T14.9	0	Unspecified injury	
T14.91	0	Suicide attempt	Attempted suicide NOS
T14.91XA	1	Suicide attempt, initial encounter	
T14.91XD	1	Suicide attempt, subsequent encounter	
T14.91XS	1	Suicide attempt, sequela	
T74	0	Adult and child abuse, neglect and other maltreatment, confirmed	
T74.0	0	Neglect or abandonment, confirmed	
T74.01	0	Adult neglect or abandonment, confirmed	
T74.01XA	1	Adult neglect or abandonment, confirmed, initial encounter	
T74.01XD	1	Adult neglect or abandonment, confirmed, subsequent encounter	
T74.01XS	1	Adult neglect or abandonment, confirmed, sequela	
T74.02	0	Child neglect or abandonment, confirmed	
T74.02XA	1	Child neglect or abandonment, confirmed, initial encounter	
T74.02XD	1	Child neglect or abandonment, confirmed, subsequent encounter	
T74.02XS	1	Child neglect or abandonment, confirmed, sequela	
T74.1	0	Physical abuse, confirmed	
T74.11	0	Adult physical abuse, confirmed	
T74.11XA	1	Adult physical abuse, confirmed, initial encounter	
T74.11XD	1	Adult physical abuse, confirmed, subsequent encounter	
T74.11XS	1	Adult physical abuse, confirmed, sequela	
T74.12	0	Child physical abuse, confirmed	
T74.12XA	1	Child physical abuse, confirmed, initial encounter	
T74.12XD	1	Child physical abuse, confirmed, subsequent encounter	
T74.12XS	1	Child physical abuse, confirmed, sequela	
T74.2	0	Sexual abuse, confirmed	Rape, confirmed; Sexual assault, confirmed
T74.21	0	Adult sexual abuse, confirmed	
T74.21XA	1	Adult sexual abuse, confirmed, initial encounter	
T74.21XD	1	Adult sexual abuse, confirmed, subsequent encounter	
T74.21XS	1	Adult sexual abuse, confirmed, sequela	
T74.22	0	Child sexual abuse, confirmed	
T74.22XA	1	Child sexual abuse, confirmed, initial encounter	
T74.22XD	1	Child sexual abuse, confirmed, subsequent encounter	
T74.22XS	1	Child sexual abuse, confirmed, sequela	
T74.3	0	Psychological abuse, confirmed	Bullying and intimidation, confirmed; Intimidation through social media, confirmed; Target of threatened harm, confirmed; Target of threatened physical violence, confirmed; Target of threatened sexual abuse, confirmed
T74.31	0	Adult psychological abuse, confirmed	
T74.31XA	1	Adult psychological abuse, confirmed, initial encounter	
T74.31XD	1	Adult psychological abuse, confirmed, subsequent encounter	
T74.31XS	1	Adult psychological abuse, confirmed, sequela	
T74.32	0	Child psychological abuse, confirmed	
T74.32XA	1	Child psychological abuse, confirmed, initial encounter	
T74.32XD	1	Child psychological abuse, confirmed, subsequent encounter	
T74.32XS	1	Child psychological abuse, confirmed, sequela	
T74.4	0	Shaken infant syndrome	
T74.4XXA	1	Shaken infant syndrome, initial encounter	
T74.4XXD	1	Shaken infant syndrome, subsequent encounter	
T74.4XXS	1	Shaken infant syndrome, sequela	
T74.5	0	Forced sexual exploitation, confirmed	
T74.51	0	Adult forced sexual exploitation, confirmed	
T74.51XA	1	Adult forced sexual exploitation, confirmed, initial encounter	
T74.51XD	1	Adult forced sexual exploitation, confirmed, subsequent encounter	
T74.51XS	1	Adult forced sexual exploitation, confirmed, sequela	
T74.52	0	Child sexual exploitation, confirmed	
T74.52XA	1	Child sexual exploitation, confirmed, initial encounter	
T74.52XD	1	Child sexual exploitation, confirmed, subsequent encounter	
T74.52XS	1	Child sexual exploitation, confirmed, sequela	
T74.6	0	Forced labor exploitation, confirmed	
T74.61	0	Adult forced labor exploitation, confirmed	
T74.61XA	1	Adult forced labor exploitation, confirmed, initial encounter	
T74.61XD	1	Adult forced labor exploitation, confirmed, subsequent encounter	
T74.61XS	1	Adult forced labor exploitation, confirmed, sequela	
T74.62	0	Child forced labor exploitation, confirmed	
T74.62XA	1	Child forced labor exploitation, confirmed, initial encounter	
T74.62XD	1	Child forced labor exploitation, confirmed, subsequent encounter	
T74.62XS	1	Child forced labor exploitation, confirmed, sequela	
T74.9	0	Unspecified maltreatment, confirmed	
T74.91	0	Unspecified adult maltreatment, confirmed	
T74.91XA	1	Unspecified adult maltreatment, confirmed, initial encounter	
T74.91XD	1	Unspecified adult maltreatment, confirmed, subsequent encounter	
T74.91XS	1	Unspecified adult maltreatment, confirmed, sequela	
T74.92	0	Unspecified child maltreatment, confirmed	
T74.92XA	1	Unspecified child maltreatment, confirmed, initial encounter	
T74.92XD	1	Unspecified child maltreatment, confirmed, subsequent encounter	
T74.92XS	1	Unspecified child maltreatment, confirmed, sequela	
T74.A	0	Financial abuse, confirmed	
T74.A1	0	Adult financial abuse, confirmed	
T74.A1XA	1	Adult financial abuse, confirmed, initial encounter	
T74.A1XD	1	Adult financial abuse, confirmed, subsequent encounter	
T74.A1XS	1	Adult financial abuse, confirmed, sequela	
T74.A2	0	Child financial abuse, confirmed	
T74.A2XA	1	Child financial abuse, confirmed, initial encounter	
T74.A2XD	1	Child financial abuse, confirmed, subsequent encounter	
T74.A2XS	1	Child financial abuse, confirmed, sequela	
T76	0	Adult and child abuse, neglect and other maltreatment, suspected	
T76.0	0	Neglect or abandonment, suspected	
T76.01	0	Adult neglect or abandonment, suspected	
T76.01XA	1	Adult neglect or abandonment, suspected, initial encounter	
T76.01XD	1	Adult neglect or abandonment, suspected, subsequent encounter	
T76.01XS	1	Adult neglect or abandonment, suspected, sequela	
T76.02	0	Child neglect or abandonment, suspected	
T76.02XA	1	Child neglect or abandonment, suspected, initial encounter	
T76.02XD	1	Child neglect or abandonment, suspected, subsequent encounter	
T76.02XS	1	Child neglect or abandonment, suspected, sequela	
T76.1	0	Physical abuse, suspected	
T76.11	0	Adult physical abuse, suspected	
T76.11XA	1	Adult physical abuse, suspected, initial encounter	
T76.11XD	1	Adult physical abuse, suspected, subsequent encounter	
T76.11XS	1	Adult physical abuse, suspected, sequela	
T76.12	0	Child physical abuse, suspected	
T76.12XA	1	Child physical abuse, suspected, initial encounter	
T76.12XD	1	Child physical abuse, suspected, subsequent encounter	
T76.12XS	1	Child physical abuse, suspected, sequela	
T76.2	0	Sexual abuse, suspected	Rape, suspected
T76.21	0	Adult sexual abuse, suspected	
T76.21XA	1	Adult sexual abuse, suspected, initial encounter	
T76.21XD	1	Adult sexual abuse, suspected, subsequent encounter	
T76.21XS	1	Adult sexual abuse, suspected, sequela	
T76.22	0	Child sexual abuse, suspected	
T76.22XA	1	Child sexual abuse, suspected, initial encounter	
T76.22XD	1	Child sexual abuse, suspected, subsequent encounter	
T76.22XS	1	Child sexual abuse, suspected, sequela	
T76.3	0	Psychological abuse, suspected	Bullying and intimidation, suspected; Intimidation through social media, suspected; Target of threatened harm, suspected; Target of threatened physical violence, suspected; Target of threatened sexual abuse, suspected
T76.31	0	Adult psychological abuse, suspected	
T76.31XA	1	Adult psychological abuse, suspected, initial encounter	
T76.31XD	1	Adult psychological abuse, suspected, subsequent encounter	
T76.31XS	1	Adult psychological abuse, suspected, sequela	
T76.32	0	Child psychological abuse, suspected	
T76.32XA	1	Child psychological abuse, suspected, initial encounter	
T76.32XD	1	Child psychological abuse, suspected, subsequent encounter	
T76.32XS	1	Child psychological abuse, suspected, sequela	
T76.5	0	Forced sexual exploitation, suspected	
T76.51	0	Adult forced sexual exploitation, suspected	
T76.51XA	1	Adult forced sexual exploitation, suspected, initial encounter	
T76.51XD	1	Adult forced sexual exploitation, suspected, subsequent encounter	
T76.51XS	1	Adult forced sexual exploitation, suspected, sequela	
T76.52	0	Child sexual exploitation, suspected	
T76.52XA	1	Child sexual exploitation, suspected, initial encounter	
T76.52XD	1	Child sexual exploitation, suspected, subsequent encounter	
T76.52XS	1	Child sexual exploitation, suspected, sequela	
T76.6	0	Forced labor exploitation, suspected	
T76.61	0	Adult forced labor exploitation, suspected	
T76.61XA	1	Adult forced labor exploitation, suspected, initial encounter	
T76.61XD	1	Adult forced labor exploitation, suspected, subsequent encounter	
T76.61XS	1	Adult forced labor exploitation, suspected, sequela	
T76.62	0	Child forced labor exploitation, suspected	
T76.62XA	1	Child forced labor exploitation, suspected, initial encounter	
T76.62XD	1	Child forced labor exploitation, suspected, subsequent encounter	
T76.62XS	1	Child forced labor exploitation, suspected, sequela	
T76.9	0	Unspecified maltreatment, suspected	
T76.91	0	Unspecified adult maltreatment, suspected	
T76.91XA	1	Unspecified adult maltreatment, suspected, initial encounter	
T76.91XD	1	Unspecified adult maltreatment, suspected, subsequent encounter	
T76.91XS	1	Unspecified adult maltreatment, suspected, sequela	
T76.92	0	Unspecified child maltreatment, suspected	
T76.92XA	1	Unspecified child maltreatment, suspected, initial encounter	
T76.92XD	1	Unspecified child maltreatment, suspected, subsequent encounter	
T76.92XS	1	Unspecified child maltreatment, suspected, sequela	
T76.A	0	Financial abuse, suspected	
T76.A1	0	Adult financial abuse, suspected	
T76.A1XA	1	Adult financial abuse, suspected, initial encounter	
T76.A1XD	1	Adult financial abuse, suspected, subsequent encounter	
T76.A1XS	1	Adult financial abuse, suspected, sequela	
T76.A2	0	Child financial abuse, suspected	
T76.A2XA	1	Child financial abuse, suspected, initial encounter	
T76.A2XD	1	Child financial abuse, suspected, subsequent encounter	
T76.A2XS	1	Child financial abuse, suspected, sequela	
Z03	0	Encounter for medical observation for suspected diseases and conditions ruled out	
Z03.8	0	Encounter for observation for other suspected diseases and conditions ruled out	
Z03.89	1	Encounter for observation for other suspected diseases and conditions ruled out	
Z04	0	Encounter for examination and observation for other reasons	
Z04.4	0	Encounter for examination and observation following alleged rape	Encounter for examination and observation of victim following alleged rape; Encounter for examination and observation of victim following alleged sexual abuse
Z04.41	1	Encounter for examination and observation following alleged adult rape	Suspected adult rape, ruled out; Suspected adult sexual abuse, ruled out
Z04.42	1	Encounter for examination and observation following alleged child rape	Suspected child rape, ruled out; Suspected child sexual abuse, ruled out
Z04.6	1	Encounter for general psychiatric examination, requested by authority	
Z04.7	0	Encounter for examination and observation following alleged physical abuse	
Z04.71	1	Encounter for examination and observation following alleged adult physical abuse	Suspected adult physical abuse, ruled out
Z04.72	1	Encounter for examination and observation following alleged child physical abuse	Suspected child physical abuse, ruled out
Z04.8	0	Encounter for examination and observation for other specified reasons	Encounter for examination and observation for request for expert evidence
Z04.81	1	Encounter for examination and observation of victim following forced sexual exploitation	
Z04.82	1	Encounter for examination and observation of victim following forced labor exploitation	
Z04.89	1	Encounter for examination and observation for other specified reasons	
Z13	0	Encounter for screening for other diseases and disorders	
Z13.3	0	Encounter for screening examination for mental health and behavioral disorders	
Z13.30	1	Encounter for screening examination for mental health and behavioral disorders, unspecified	
Z13.31	1	Encounter for screening for depression	Encounter for screening for depression, adult; Encounter for screening for depression for child or adolescent
Z13.32	1	Encounter for screening for maternal depression	Encounter for screening for perinatal depression
Z13.39	1	Encounter for screening examination for other mental health and behavioral disorders	Encounter for screening for alcoholism; Encounter for screening for intellectual disabilities
Z13.4	0	Encounter for screening for certain developmental disorders in childhood	Encounter for development testing of infant or child; Encounter for screening for developmental handicaps in early childhood
Z13.40	1	Encounter for screening for unspecified developmental delays	
Z13.41	1	Encounter for autism screening	
Z13.42	1	Encounter for screening for global developmental delays (milestones)	Encounter for screening for developmental handicaps in early childhood
Z13.49	1	Encounter for screening for other developmental delays	
Z55	0	Problems related to education and literacy	
Z55.0	1	Illiteracy and low-level literacy	
Z55.1	1	Schooling unavailable and unattainable	
Z55.2	1	Failed school examinations	
Z55.3	1	Underachievement in school	
Z55.4	1	Educational maladjustment and discord with teachers and classmates	
Z55.5	1	Less than a high school diploma	No general equivalence degree (GED)
Z55.6	1	Problems related to health literacy	Difficulty understanding health related information; Difficulty understanding medication instructions; Problem completing medical forms
Z55.8	1	Other problems related to education and literacy	Problems related to inadequate teaching
Z55.9	1	Problems related to education and literacy, unspecified	Academic problems NOS
Z56	0	Problems related to employment and unemployment	
Z56.0	1	Unemployment, unspecified	
Z56.1	1	Change of job	
Z56.2	1	Threat of job loss	
Z56.3	1	Stressful work schedule	
Z56.4	1	Discord with boss and workmates	
Z56.5	1	Uncongenial work environment	Difficult conditions at work
Z56.6	1	Other physical and mental strain related to work	Workplace stress
Z56.8	0	Other problems related to employment	
Z56.81	1	Sexual harassment on the job	
Z56.82	1	Military deployment status	
Z56.89	1	Other problems related to employment	Furloughed; Underemployed
Z56.9	1	Unspecified problems related to employment	Occupational problems NOS
Z57	0	Occupational exposure to risk factors	
Z57.0	1	Occupational exposure to noise	
Z57.1	1	Occupational exposure to radiation	
Z57.2	1	Occupational exposure to dust	
Z57.3	0	Occupational exposure to other air contaminants	
Z57.31	1	Occupational exposure to environmental tobacco smoke	
Z57.39	1	Occupational exposure to other air contaminants	
Z57.4	1	Occupational exposure to toxic agents in agriculture	Occupational exposure to solids, liquids, gases or vapors in agriculture
Z57.5	1	Occupational exposure to toxic agents in other industries	Occupational exposure to solids, liquids, gases or vapors in other industries
Z57.6	1	Occupational exposure to extreme temperature	
Z57.7	1	Occupational exposure to vibration	
Z57.8	1	Occupational exposure to other risk factors	
Z57.9	1	Occupational exposure to unspecified risk factor	
Z58	0	Problems related to physical environment	
Z58.6	1	Inadequate drinking-water supply	Lack of safe drinking water
Z58.8	0	Other problems related to physical environment	
Z58.81	1	Basic services unavailable in physical environment	Unable to obtain internet service, due to unavailability in geographic area; Unable to obtain telephone service, due to unavailability in geographic area; Unable to obtain utilities, due to inadequate physical environment
Z58.89	1	Other problems related to physical environment	
Z59	0	Problems related to housing and economic circumstances	
Z59.0	0	Homelessness	
Z59.00	1	Homelessness unspecified	
Z59.01	1	Sheltered homelessness	Doubled up
Z59.02	1	Unsheltered homelessness	Lives in a homeless encampment; Residing on the street
Z59.1	0	Inadequate housing	
Z59.10	1	Inadequate housing, unspecified	Inadequate housing NOS
Z59.11	1	Inadequate housing environmental temperature	Lack of air conditioning; Lack of heating
Z59.12	1	Inadequate housing utilities	Lack of electricity services; Lack of gas services; Lack of oil services; Lack of water services
Z59.19	1	Other inadequate housing	Pest infestation; Poor housing weatherization; Restriction of space; Technical defects in home preventing adequate care; Unsatisfactory surroundings
Z59.2	1	Discord with neighbors, lodgers and landlord	
Z59.3	1	Problems related to living in residential institution	Boarding-school resident
Z59.4	0	Lack of adequate food	
Z59.41	1	Food insecurity	
Z59.48	1	Other specified lack of adequate food	Inadequate food; Lack of food
Z59.5	1	Extreme poverty	
Z59.6	1	Low income	
Z59.7	0	Insufficient social insurance and welfare support	Insufficient social and welfare insurance
Z59.71	1	Insufficient health insurance coverage	Inadequate social insurance; Insufficient social insurance; No health insurance coverage
Z59.72	1	Insufficient welfare support	Inadequate welfare support
Z59.8	0	Other problems related to housing and economic circumstances	
Z59.81	0	Housing instability, housed	Foreclosure on home loan; Past due on rent or mortgage; Unwanted multiple moves in the last 12 months
Z59.811	1	Housing instability, housed, with risk of homelessness	Imminent risk of homelessness
Z59.812	1	Housing instability, housed, homelessness in past 12 months	
Z59.819	1	Housing instability, housed unspecified	
Z59.82	1	Transportation insecurity	Excessive transportation time; Inaccessible transportation; Inadequate transportation; Lack of transportation; Unaffordable transportation; Unreliable transportation; Unsafe transportation
Z59.86	0	Financial insecurity	Burdensome debt; Economic strain; Financial strain; Money problems; Running out of money; Unable to make ends meet
Z59.861	1	Financial insecurity, difficulty paying for utilities	Difficulty paying for electricity; Difficulty paying for heat; Difficulty paying for oil; Difficulty paying water bill; Utility disconnect notice due to inability to pay
Z59.868	1	Other specified financial insecurity	Bankruptcy
Z59.869	1	Financial insecurity, unspecified	
Z59.87	1	Material hardship due to limited financial resources, not elsewhere classified	Material deprivation due to limited financial resources; Unable to obtain adequate childcare due to limited financial resources; Unable to obtain adequate clothing due to limited financial resources; Unable to obtain basic needs due to limited financial resources
Z59.89	1	Other problems related to housing and economic circumstances	Foreclosure on loan; Isolated dwelling; Problems with creditors
Z59.9	1	Problem related to housing and economic circumstances, unspecified	
Z60	0	Problems related to social environment	
Z60.0	1	Problems of adjustment to life-cycle transitions	Empty nest syndrome; Phase of life problem; Problem with adjustment to retirement [pension]
Z60.2	1	Problems related to living alone	
Z60.3	1	Acculturation difficulty	Problem with migration; Problem with social transplantation
Z60.4	1	Social exclusion and rejection	Social isolation
Z60.5	1	Target of (perceived) adverse discrimination and persecution	
Z60.8	1	Other problems related to social environment	Inadequate social support; Lack of emotional support
Z60.9	1	Problem related to social environment, unspecified	
Z62	0	Problems related to upbringing	
Z62.0	1	Inadequate parental supervision and control	
Z62.1	1	Parental overprotection	
Z62.2	0	Upbringing away from parents	
Z62.21	1	Child in welfare custody	Child in foster care; Child in welfare guardianship
Z62.22	1	Institutional upbringing	Child living in group home; Child living in orphanage
Z62.23	1	Child in custody of non-parental relative	Child in care of non-parental family member; Child in custody of grandparent; Child in kinship care; Guardianship by non-parental relative
Z62.24	1	Child in custody of non-relative guardian	
Z62.29	1	Other upbringing away from parents	
Z62.3	1	Hostility towards and scapegoating of child	
Z62.6	1	Inappropriate (excessive) parental pressure	
Z62.8	0	Other specified problems related to upbringing	
Z62.81	0	Personal history of abuse in childhood	Personal history of abuse in adolescence
Z62.810	1	Personal history of physical and sexual abuse in childhood	
Z62.811	1	Personal history of psychological abuse in childhood	
Z62.812	1	Personal history of neglect in childhood	
Z62.813	1	Personal history of forced labor or sexual exploitation in childhood	
Z62.814	1	Personal history of child financial abuse	
Z62.815	1	Personal history of intimate partner abuse in childhood	
Z62.819	1	Personal history of unspecified abuse in childhood	
Z62.82	0	Parent-child conflict	
Z62.820	1	Parent-biological child conflict	Parent-child problem NOS
Z62.821	1	Parent-adopted child conflict	
Z62.822	1	Parent-foster child conflict	
Z62.823	1	Parent-step child conflict	
Z62.83	0	Non-parental relative or guardian-child conflict	
Z62.831	1	Non-parental relative-child conflict	Grandparent-child conflict; Kinship-care child conflict; Non-parental relative legal guardian-child conflict; Other relative-child conflict
Z62.832	1	Non-relative guardian-child conflict	
Z62.833	1	Group home staff-child conflict	
Z62.89	0	Other specified problems related to upbringing	
Z62.890	1	Parent-child estrangement NEC	
Z62.891	1	Sibling rivalry	
Z62.892	1	Runaway [from current living environment]	Child leaving living situation without permission
Z62.898	1	Other specified problems related to upbringing	
Z62.9	1	Problem related to upbringing, unspecified	
Z63	0	Other problems related to primary support group, including family circumstances	
Z63.0	1	Problems in relationship with spouse or partner	Relationship distress with spouse or intimate partner
Z63.1	1	Problems in relationship with in-laws	
Z63.3	0	Absence of family member	
Z63.31	1	Absence of family member due to military deployment	Individual or family affected by other family member being on military deployment
Z63.32	1	Other absence of family member	
Z63.4	1	Disappearance and death of family member	Assumed death of family member; Bereavement
Z63.5	1	Disruption of family by separation and divorce	Marital estrangement
Z63.6	1	Dependent relative needing care at home	
Z63.7	0	Other stressful life events affecting family and household	
Z63.71	1	Stress on family due to return of family member from military deployment	
Z63.72	1	Alcoholism and drug addiction in family	
Z63.79	1	Other stressful life events affecting family and household	Anxiety (normal) about sick person in family; Health problems within family; Ill or disturbed family member; Isolated family
Z63.8	1	Other specified problems related to primary support group	Family discord NOS; Family estrangement NOS; High expressed emotional level within family; Inadequate family support NOS; Inadequate or distorted communication within family
Z63.9	1	Problem related to primary support group, unspecified	Relationship disorder NOS
Z64	0	Problems related to certain psychosocial circumstances	
Z64.0	1	Problems related to unwanted pregnancy	
Z64.1	1	Problems related to multiparity	
Z64.4	1	Discord with counselors	Discord with probation officer; Discord with social worker
Z65	0	Problems related to other psychosocial circumstances	
Z65.0	1	Conviction in civil and criminal proceedings without imprisonment	
Z65.1	1	Imprisonment and other incarceration	
Z65.2	1	Problems related to release from prison	
Z65.3	1	Problems related to other legal circumstances	Arrest; Child custody or support proceedings; Litigation; Prosecution
Z65.4	1	Victim of crime and terrorism	Victim of torture
Z65.5	1	Exposure to disaster, war and other hostilities	
Z65.8	1	Other specified problems related to psychosocial circumstances	At risk for feeling loneliness; Religious or spiritual problem
Z65.9	1	Problem related to unspecified psychosocial circumstances	
Z69	0	Encounter for mental health services for victim and perpetrator of abuse	
Z69.0	0	Encounter for mental health services for child abuse problems	
Z69.01	0	Encounter for mental health services for parental child abuse	
Z69.010	1	Encounter for mental health services for victim of parental child abuse	Encounter for mental health services for victim of child abuse by parent; Encounter for mental health services for victim of child neglect by parent; Encounter for mental health services for victim of child psychological abuse by parent; Encounter for mental health services for victim of child sexual abuse by parent
Z69.011	1	Encounter for mental health services for perpetrator of parental child abuse	Encounter for mental health services for perpetrator of parental child neglect; Encounter for mental health services for perpetrator of parental child psychological abuse; Encounter for mental health services for perpetrator of parental child sexual abuse
Z69.02	0	Encounter for mental health services for non-parental child abuse	
Z69.020	1	Encounter for mental health services for victim of non-parental child abuse	Encounter for mental health services for victim of non-parental child neglect; Encounter for mental health services for victim of non-parental child psychological abuse; Encounter for mental health services for victim of non-parental child sexual abuse
Z69.021	1	Encounter for mental health services for perpetrator of non-parental child abuse	Encounter for mental health services for perpetrator of non-parental child neglect; Encounter for mental health services for perpetrator of non-parental child sexual abuse
Z69.1	0	Encounter for mental health services for spousal or partner abuse problems	
Z69.11	1	Encounter for mental health services for victim of spousal or partner abuse	Encounter for mental health services for victim of spouse or partner neglect; Encounter for mental health services for victim of spouse or partner psychological abuse; Encounter for mental health services for victim of spouse or partner violence, physical
Z69.12	1	Encounter for mental health services for perpetrator of spousal or partner abuse	Encounter for mental health services for perpetrator of spouse or partner neglect; Encounter for mental health services for perpetrator of spouse or partner violence, sexual
Z69.8	0	Encounter for mental health services for victim or perpetrator of other abuse	
Z69.81	1	Encounter for mental health services for victim of other abuse	Encounter for mental health services for victim of non-spousal adult abuse; Encounter for mental health services for victim of spouse or partner violence, sexual; Encounter for rape victim counseling
Z69.82	1	Encounter for mental health services for perpetrator of other abuse	Encounter for mental health services for perpetrator of non-spousal adult abuse
Z70	0	Counseling related to sexual attitude, behavior and orientation	
Z70.0	1	Counseling related to sexual attitude	
Z70.1	1	Counseling related to patient's sexual behavior and orientation	Patient concerned regarding impotence; Patient concerned regarding non-responsiveness; Patient concerned regarding promiscuity; Patient concerned regarding sexual orientation
Z70.2	1	Counseling related to sexual behavior and orientation of third party	Advice sought regarding sexual behavior and orientation of child; Advice sought regarding sexual behavior and orientation of partner; Advice sought regarding sexual behavior and orientation of spouse
Z70.3	1	Counseling related to combined concerns regarding sexual attitude, behavior and orientation	
Z70.8	1	Other sex counseling	Encounter for sex education
Z70.9	1	Sex counseling, unspecified	
Z71	0	Persons encountering health services for other counseling and medical advice, not elsewhere classified	
Z71.0	1	Person encountering health services to consult on behalf of another person	
Z71.1	1	Person with feared health complaint in whom no diagnosis is made	Person encountering health services with feared condition which was not demonstrated; Person encountering health services in which problem was normal state; 'Worried well'
Z71.2	1	Person consulting for explanation of examination or test findings	
Z71.3	1	Dietary counseling and surveillance	
Z71.4	0	Alcohol abuse counseling and surveillance	
Z71.41	1	Alcohol abuse counseling and surveillance of alcoholic	
Z71.42	1	Counseling for family member of alcoholic	Counseling for significant other, partner, or friend of alcoholic
Z71.5	0	Drug abuse counseling and surveillance	
Z71.51	1	Drug abuse counseling and surveillance of drug abuser	
Z71.52	1	Counseling for family member of drug abuser	Counseling for significant other, partner, or friend of drug abuser
Z71.6	1	Tobacco abuse counseling	
Z71.7	1	Human immunodeficiency virus [HIV] counseling	
Z71.8	0	Other specified counseling	
Z71.81	1	Spiritual or religious counseling	
Z71.82	1	Exercise counseling	
Z71.83	1	Encounter for nonprocreative genetic counseling	
Z71.84	1	Encounter for health counseling related to travel	Encounter for health risk and safety counseling for (international) travel
Z71.85	1	Encounter for immunization safety counseling	Encounter for vaccine product safety counseling
Z71.87	1	Encounter for pediatric-to-adult transition counseling	
Z71.88	1	Encounter for counseling for socioeconomic factors	
Z71.89	1	Other specified counseling	
Z71.9	1	Counseling, unspecified	Encounter for medical advice NOS
Z72	0	Problems related to lifestyle	
Z72.0	1	Tobacco use	Tobacco use NOS
Z72.3	1	Lack of physical exercise	
Z72.4	1	Inappropriate diet and eating habits	
Z72.5	0	High risk sexual behavior	Promiscuity
Z72.51	1	High risk heterosexual behavior	
Z72.52	1	High risk homosexual behavior	
Z72.53	1	High risk bisexual behavior	
Z72.6	1	Gambling and betting	
Z72.8	0	Other problems related to lifestyle	
Z72.81	0	Antisocial behavior	
Z72.810	1	Child and adolescent antisocial behavior	Antisocial behavior (child) (adolescent) without manifest psychiatric disorder; Delinquency NOS; Group delinquency; Offenses in the context of gang membership; Stealing in company with others; Truancy from school
Z72.811	1	Adult antisocial behavior	Adult antisocial behavior without manifest psychiatric disorder
Z72.82	0	Problems related to sleep	
Z72.820	1	Sleep deprivation	Lack of adequate sleep
Z72.821	1	Inadequate sleep hygiene	Bad sleep habits; Irregular sleep habits; Unhealthy sleep wake schedule
Z72.823	1	Risk of suffocation (smothering) under another while sleeping	Child-caregiver co-sleeping; Infant bed-sharing
Z72.89	1	Other problems related to lifestyle	Self-damaging behavior
Z72.9	1	Problem related to lifestyle, unspecified	
Z73	0	Problems related to life management difficulty	
Z73.0	1	Burn-out	
Z73.1	1	Type A behavior pattern	
Z73.2	1	Lack of relaxation and leisure	
Z73.3	1	Stress, not elsewhere classified	Physical and mental strain NOS
Z73.4	1	Inadequate social skills, not elsewhere classified	
Z73.5	1	Social role conflict, not elsewhere classified	
Z73.6	1	Limitation of activities due to disability	
Z73.8	0	Other problems related to life management difficulty	
Z73.81	0	Behavioral insomnia of childhood	
Z73.810	1	Behavioral insomnia of childhood, sleep-onset association type	
Z73.811	1	Behavioral insomnia of childhood, limit setting type	
Z73.812	1	Behavioral insomnia of childhood, combined type	
Z73.819	1	Behavioral insomnia of childhood, unspecified type	
Z73.82	1	Dual sensory impairment	
Z73.89	1	Other problems related to life management difficulty	
Z73.9	1	Problem related to life management difficulty, unspecified	
Z74	0	Problems related to care provider dependency	
Z74.0	0	Reduced mobility	
Z74.01	1	Bed confinement status	Bedridden
Z74.09	1	Other reduced mobility	Chairridden; Reduced mobility NOS
Z74.1	1	Need for assistance with personal care	
Z74.2	1	Need for assistance at home and no other household member able to render care	
Z74.3	1	Need for continuous supervision	
Z74.8	1	Other problems related to care provider dependency	
Z74.9	1	Problem related to care provider dependency, unspecified	
Z75	0	Problems related to medical facilities and other health care	
Z75.0	1	Medical services not available in home	
Z75.1	1	Person awaiting admission to adequate facility elsewhere	
Z75.2	1	Other waiting period for investigation and treatment	
Z75.3	1	Unavailability and inaccessibility of health-care facilities	
Z75.4	1	Unavailability and inaccessibility of other helping agencies	
Z75.5	1	Holiday relief care	
Z75.8	1	Other problems related to medical facilities and other health care	
Z75.9	1	Unspecified problem related to medical facilities and other health care	
Z76	0	Persons encountering health services in other circumstances	
Z76.0	1	Encounter for issue of repeat prescription	Encounter for issue of repeat prescription for appliance; Encounter for issue of repeat prescription for medicaments; Encounter for issue of repeat prescription for spectacles
Z76.1	1	Encounter for health supervision and care of foundling	
Z76.2	1	Encounter for health supervision and care of other healthy infant and child	
Z76.3	1	Healthy person accompanying sick person	
Z76.4	1	Other boarder to healthcare facility	
Z76.5	1	Malingerer [conscious simulation]	Person feigning illness (with obvious motivation)
Z76.8	0	Persons encountering health services in other specified circumstances	
Z76.81	1	Expectant parent(s) prebirth pediatrician visit	Pre-adoption pediatrician visit for adoptive parent(s)
Z76.82	1	Awaiting organ transplant status	Patient waiting for organ availability
Z76.89	1	Persons encountering health services in other specified circumstances	Persons encountering health services NOS
Z81	0	Family history of mental and behavioral disorders	
Z81.0	1	Family history of intellectual disabilities	Conditions classifiable to F70-F79
Z81.1	1	Family history of alcohol abuse and dependence	Conditions classifiable to F10.-
Z81.2	1	Family history of tobacco abuse and dependence	Conditions classifiable to F17.-
Z81.3	1	Family history of other psychoactive substance abuse and dependence	Conditions classifiable to F11-F16, F18-F19
Z81.4	1	Family history of other substance abuse and dependence	Conditions classifiable to F55
Z81.8	1	Family history of other mental and behavioral disorders	Conditions classifiable elsewhere in F01-F99
Z86	0	Personal history of certain other diseases	
Z86.5	0	Personal history of mental and behavioral disorders	Conditions classifiable to F40-F59
Z86.51	1	Personal history of combat and operational stress reaction	
Z86.59	1	Personal history of other mental and behavioral disorders	
Z87	0	Personal history of other diseases and conditions	
Z87.8	0	Personal history of other specified conditions	
Z87.82	0	Personal history of other (healed) physical injury and trauma	Conditions classifiable to S00-T88, except traumatic fractures
Z87.820	1	Personal history of traumatic brain injury	
Z87.89	0	Personal history of other specified conditions	
Z87.890	1	Personal history of sex reassignment	
Z91	0	Personal risk factors, not elsewhere classified	
Z91.1	0	Patient's noncompliance with medical treatment and regimen	
Z91.11	0	Patient's noncompliance with dietary regimen	
Z91.110	1	Patient's noncompliance with dietary regimen due to financial hardship	
Z91.118	1	Patient's noncompliance with dietary regimen for other reason	Inability to comply with dietary regimen
Z91.119	1	Patient's noncompliance with dietary regimen due to unspecified reason	
Z91.12	0	Patient's intentional underdosing of medication regimen	
Z91.120	1	Patient's intentional underdosing of medication regimen due to financial hardship	
Z91.128	1	Patient's intentional underdosing of medication regimen for other reason	
Z91.13	0	Patient's unintentional underdosing of medication regimen	
Z91.130	1	Patient's unintentional underdosing of medication regimen due to age-related debility	
Z91.138	1	Patient's unintentional underdosing of medication regimen for other reason	
Z91.14	0	Patient's other noncompliance with medication regimen	Patient's underdosing of medication NOS
Z91.141	1	Patient's other noncompliance with medication regimen due to financial hardship	
Z91.148	1	Patient's other noncompliance with medication regimen for other reason	
Z91.15	0	Patient's noncompliance with renal dialysis	
Z91.151	1	Patient's noncompliance with renal dialysis due to financial hardship	
Z91.158	1	Patient's noncompliance with renal dialysis for other reason	
Z91.19	0	Patient's noncompliance with other medical treatment and regimen	Patient's nonadherence to medical treatment
Z91.190	1	Patient's noncompliance with other medical treatment and regimen due to financial hardship	
Z91.198	1	Patient's noncompliance with other medical treatment and regimen for other reason	
Z91.199	1	Patient's noncompliance with other medical treatment and regimen due to unspecified reason	
Z91.4	0	Personal history of psychological trauma, not elsewhere classified	
Z91.41	0	Personal history of adult abuse	
Z91.410	1	Personal history of adult physical and sexual abuse	
Z91.411	1	Personal history of adult psychological abuse	
Z91.412	1	Personal history of adult neglect	
Z91.413	1	Personal history of adult financial abuse	
Z91.414	1	Personal history of adult intimate partner abuse	
Z91.419	1	Personal history of unspecified adult abuse	
Z91.42	1	Personal history of forced labor or sexual exploitation	
Z91.49	1	Other personal history of psychological trauma, not elsewhere classified	
Z91.5	0	Personal history of self-harm	
Z91.51	1	Personal history of suicidal behavior	Personal history of parasuicide; Personal history of self-poisoning; Personal history of suicide attempt
Z91.52	1	Personal history of nonsuicidal self-harm	Personal history of nonsuicidal self-injury; Personal history of self-inflicted injury without suicidal intent; Personal history of self-mutilation
Z91.8	0	Other specified personal risk factors, not elsewhere classified	
Z91.81	1	History of falling	At risk for falling
Z91.82	1	Personal history of military deployment	Returned from military deployment
Z91.83	1	Wandering in diseases classified elsewhere	
Z91.84	0	Oral health risk factors	
Z91.841	1	Risk for dental caries, low	
Z91.842	1	Risk for dental caries, moderate	
Z91.843	1	Risk for dental caries, high	
Z91.849	1	Unspecified risk for dental caries	
Z91.85	1	Personal history of military service	Personal history of serving in the armed forces; Personal history of veteran
Z91.89	1	Other specified personal risk factors, not elsewhere classified	Increased risk for social isolation
"""#
}
