<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&quot;It has not done enough on the left.&quot; Treated a week ago. Plan: as much again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.1 mL at 4 U per 0.1 mL is 4 U, some 11 to 16 % of 25 to 36 U; and 25 against 35 U made no difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.1 mL too much in the masseter moves the jaw line by 2 mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 to 20 U is standard for the glabella.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 and 20, the same total. The frontalis is never dosed by its EMG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>25 against 35 U per masseter: EMG and CT fell, no difference between the doses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>31 facial tasks repeated days apart: Spearman median 0.88 (0.65 to 0.94); 10 of 31 changed significantly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 and 200 U exist too; the US Letybo has 50 and 100, the EU one 50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>68 % of bad results in 2023 were dose errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 U is patchy in the forehead and 12 U is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>84 % of the maximum by day 2 to 4 and all responders by day 8 to 14; a week to a month in general. Masseter thickness and brow height peak at 12 weeks, jitter at day 15 to 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 2020 trial had 79 % success at day 18 to 21 against 33 % at day 7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 2022 study found that 2 U too many cost up to 40 % of satisfaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 55-year-old with thicker skin needs 15 % more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Botulax vial holds 100 U.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bridged pair is even by construction. Wipe the gel away and re-seat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A brow that never rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A crooked smile, or a usual one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decision that rests on this signal would rest on nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A difference that its author explains is a decision. The program does not talk a person out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A difference with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A doctor said so in a magazine in 2023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drooping lid is a hard stop: whatever the EMG says, the brow may be doing the lid&apos;s work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drooping lid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A favoured side is no reason for another dose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A favoured side, and no norm of the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few percent, inside the healthy range of 27 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frontalis at work at rest may be holding up a low lid (S112). Weaken it and the lid comes down. Lift the brow by hand and look at the lid again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gap of 4 U between the sides moves the brow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lane at the end of its range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lane that shows nothing at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lead in the air shows hum and no muscle. A contraction that does nothing in one lane alone is the same sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lid may droop (levator).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lid that hangs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A locked measurement carries a suggestion for this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long, flat lip or an uneven smile; there is no antidote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan was handed over: forehead, 18 units left and 22 right. Nobody says why. Measure, read the index, decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A railed lane stands at the end of the converter&apos;s range: the true voltage is unknown. It is no strong muscle. Half-dried gel or a broken lead with a large direct voltage does this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A strong chewing side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A touch-up asked for on day 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit costs 8 to 15 USD, a correction 200 to 500 USD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A very uneven forehead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI = 100·|R − L| / (R + L): the mean ratios give 10.1, 15.1 and 11.3 %, which matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding 2 or 3 U later is safer than starting high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adults only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lanes are calm: or not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pairs lean the same way: that is no strong side but a weak one. After a palsy the healthy side looks overactive. Examine the nerve before anything else (S111).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All was well. Then something happens during the calibration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergy to cow&apos;s milk protein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An EMG shift moves at most this share of the smaller side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An FDA guideline of 2022 wants doses by muscle mass and subtlety.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An asymmetry above this is examined, never dosed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An electrode comes off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An uneven frown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy altered by surgery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another laboratory: 283 ± 32 in controls, 151 ± 17 with TMD; the abstract states no unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything: fixed label patterns only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As with the corrugator: no published norm of the orbicularis oculi, so no suggestion from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asymmetry from weakness reverses the naive rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At rest 1.4 µV (masseter) and 1.9 µV (temporalis).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beats raise every resting value and every weak contraction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond 27 % fewer than 1 in 20 healthy people are found. That is a finding about the person, not about the dose: look at lids, nerve, history and electrodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilateral repetitions per placement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both lanes carry the same wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxed warning: the effect may spread far from where it was injected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broad jaw, chews on the left. Even plan for both masseters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brow asymmetry: shift, or leave?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulging, spread to risorius, a changed smile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bursts that nobody asked for, on one side, in eye and cheek at once, are a spasm. It belongs to a neurologist before it belongs to a syringe; abnormal EMG beforehand foretold weakness (S109).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chews on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean the skin, press the electrode on or change it, and measure again. A decision that rests on this signal would rest on nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clench your teeth and hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinics with 3D imaging keep 92 % of their patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correcting before day 14 risks too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses teach 0.5 to 1 U more in the lower face and 1 to 2 U for a peaked brow. Labels say no treatment within 3 months, so any touch-up is off label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crow&apos;s feet take 3 or 4 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crow&apos;s feet take 6 to 12 U per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep scars of the skin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth or anterior points changed because of surface EMG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference scores of facial EMG: consistent for the corrugator only; low on retest (affective tasks).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration does rise a little with dose (at 4 months 33 % had relapsed after 20 U, 30 % after 30 U, 28 % after 40 U; 40 U lasted a median of 24.0 against 19.7 weeks), but nothing happens at 25 U, and more than 20 U is off label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMG guidance makes the distribution even.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMG is no baseline for this long after toxin, where the region has no figure of its own: the longest one known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMG tells that the tip lies in active muscle. No trial in the face shows an evener effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight electrodes pairs are on: forehead, brow, eye and cheek, left and right. Watch the calibration and say whether you may go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal doses made uneven brows more even in 115 people (83 ended within 1 mm). Deep or shallow made no difference. Patterns moved the brow by 0.6 to 2.1 mm; no study gives millimetres per unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every lane hums from the same moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number would stand under a wrong name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every site is good and the calibration was accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examine and refer; this is not a cosmetic finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examine the lids before any unit goes into this forehead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examine the nerve: eye to mouth, mouth to eye, brow to eye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examine, and talk about the lid first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes that squint unalike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far beyond the healthy 27 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the bad electrode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the source and take it away before measuring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine skin over the right brow after a graze in childhood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First canthal point 1.5 to 2 cm lateral of the canthus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed label patterns only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forehead lines, even plan. &quot;I always look so surprised,&quot; the person says. Watch the rest too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forehead treated 7 days ago, here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forehead, 18 left and 22 right; the plan says why. The measurement shows little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forehead, 8 units each side and 4 in the middle. The left forehead is a little livelier on the screen. Shift a unit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forehead, even plan. The examination found a drooping lid on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forehead, even plan. The left brow works far more than the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forehead, even plan. The questionnaire says: pregnant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forehead, even plan. Watch the other lanes while the brows go up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frown and hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frown lines, even plan. The left corrugator answers more strongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps fall into contractions too. Mend the link and measure again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gel was used generously around the eyes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardest clench: masseter 216 µV in men, 157 in women; temporalis 182 and 162; less even at low effort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy people have a favoured side for clenching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy smiles differ by 17 % on average and up to 41 %. A usual smile is crooked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hum everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hum in all lanes at once comes from the room: a lamp, a charger, a chair. Battery power, short leads, a good ground on bone, and the charger out of the socket. Here it comes at 60 Hz and the notch stands at 50: a notch at the wrong place removes EMG and leaves the hum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hypersensitivity to the product or to a botulinum toxin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 389 women doses fell with age except around the eye; in 58 people they rose with age and with the strength of the frown. No rule by skin thickness exists; labels name thick sebaceous skin as a caution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Seoul in 2021, 18 against 22 U left one brow 1.5 mm higher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infection at an injection site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the healthy range of 41 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the healthy range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the only muscle that lifts the brow and may be holding up a low lid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in the midline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep away from the levator palpebrae superioris.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label&apos;s and computed concentration differ by more: acknowledge first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limb MVC, RMS on retest: ICC 0.79 to 0.86, yet limits of agreement of 39 to 67 %; normalising lowered the ICC to 0.57 to 0.72.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines beside the eyes, even plan. Let the measurement end and go on watching for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines beside the eyes, even plan. Squinting shows more on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Living skin is never quite still: a microvolt or two of noise is always there. Exactly nothing is an input that is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again at two weeks, with data, not with units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the forehead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low points near the cheek.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower forehead row at least 2 cm above the brow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marionette lines and gummy smiles are what Botulax is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked facial asymmetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masseter RMS after 7 days: satisfactory to excellent with anatomical landmarks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masseter plans tailored by type of bulge and ultrasound thickness, 20 to 40 U in 1 to 3 sites, 220 cases: by thickness, not by EMG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the forehead. Does what you see come from where the labels say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured under toxin: no baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medial points, or more than 0.5 U added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More on the left, and no norm to hold it against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More on the left, and no norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More signal here is thinner skin, and no range of the corrugator is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 25 U freezes the face and lasts 30 % longer, past five months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More units on the side whose frontalis is more active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much loose skin of the lids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Myasthenia gravis, Lambert-Eaton syndrome, ALS or another generalised disorder of muscle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No healthy range of the corrugator is published. A number without a norm is no finding: leave the plan alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No readable figure for the largest RMS of each facial muscle in µV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No review and no touch-up before this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such study was found. In the trial, satisfaction was high at 10, 20, 30 and 40 U.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unit of anything in pregnancy for the sake of lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not closer than 1 cm above the central eyebrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not even noise is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every case hides a fault. To call a sound signal sound is a finding too, and sending a person away from a sound measurement has its price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found, and it says nothing about dose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found. FDA labels give fixed totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found. That society&apos;s surveys count procedures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found. The brow does not follow the dose in a straight line: 10 U lowered it slightly, 20 to 40 U lifted it, most at 12 weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing speaks for a change. More units on the more active side could drop the brow that works hardest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One muscle that moves along with another, on one side only, is synkinesis: a nerve that grew back to the wrong place. It is a diagnosis of its own, with its own treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One muscle was asked for, another lane answered: the label is wrong, not the person. Tap each electrode before measuring, and no swapped lead gets this far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of eight electrode pairs does not sit well. Which, and what do you do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the lanes is very quiet. Too quiet?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit is 0.025 mL at 4 U per 0.1 mL, close to what a syringe can do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit tips the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this lane hums.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary, and beside the point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary; it settles nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap of normalised waves (100 % = equal): temporalis 82, masseter 84.5; a repeat within 0.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People have a favoured side for clenching (S93), and 25 or 35 units did alike (S50): what the EMG shows here answers no question of dose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place and calibrate four pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placements of the electrodes: taken off and re-seated once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points further lateral or lower, or more volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice advice is to look again at about two weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pregnancy: not recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the electrode back and calibrate anew: the old reference is void.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise both brows and hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular beats about once a second in all lanes are the heart. The ground belongs on bone of the head, and the pairs close together and along the fibres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest first, then three whole-face contractions, both sides together: that gives each site its baseline and its reference. Green everywhere and a calibration that was accepted: go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>She is expecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smile and hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So does the brow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody plugged in a lamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone with a gummy smile. The left side pulls more strongly; the plan is even.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech and chewing leak into the zygomaticus; ICA reduces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread to the lip depressor: a crooked lower lip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squint and hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stray mains current flows through the skin contact: where the contact is poor, the hum is large. Hum in one lane is an electrode; hum in all lanes is the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The asymmetry index does not differ by age or sex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brow may drop: frontalis alone lifts it, and it may be making up for a low lid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brow went up and this lane stayed still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calibration was accepted and no lane complains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calibration was accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheek answered in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheek fires with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The count of lost samples climbs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counter of the packets tells what is missing. A few percent already bend an envelope at the moment that counts. Move the dongle into sight of the board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference is that of a healthy smile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dongle is pulled out during the third contraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dongle sits behind a metal trolley.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The effect is greatest at day 14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The effect is near its full only between day 8 and 14 (S61), and no label knows an interval of a week. EMG under toxin is no baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eye fires at rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eye that closes with the brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forehead works while it should rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frontalis alone lifts the brow; its asymmetry is examined, never dosed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The glabella has a fixed label pattern, and no healthy range of the corrugators is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ground electrode was moved to the collar bone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heart in the lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index itself is ordinary, and says nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label gives 12 U per side; practice runs from 4 to 15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label has 20 together with the glabella; practice 4 to 16, mean 12.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label has 3 per side; practice 1 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label is 20 U in five points of 4. 15 U is less than the label, and 10 U did clearly worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lane stands still at the end of its range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lane turns into pure hum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lanes beat together at about 70 a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leads are swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left eye works while only the brows were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link loses samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measured asymmetry is ordinary: healthy foreheads differ by 11 % on average. It explains no difference of dose. What is left is a plan whose sides differ for no stated reason: even it out, or state the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measurement may be perfect. The question comes before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side works too, less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quiet side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is written down and the measurement does not contradict it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right is nearly silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room was cleared of chargers. Check all lanes once more before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same plan, another face: fine skin over a scar on the right. The right lane is larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window says LOST and takes the numbers away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no measurement to decide by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no published range, so there is no reason to change anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are on no label here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thick, sebaceous skin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinner skin on one side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinner tissue lets more and higher frequencies through: the same muscle looks larger. Surface EMG measures what arrives, not what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the trap of the trade: to equalise the EMG. The average healthy forehead would get two units of difference for nothing (clinical-facts 5). In 115 people with uneven brows equal doses made them more even (S55).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble swallowing or breathing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble swallowing, a weak neck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True in principle; and unequal muscles given equal doses may become more even.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twitches at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two lanes look alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two lanes that move as one are one: gel between the electrodes joins them. Left beside right then looks perfectly even, which is the danger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 18: not established.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 18: not recommended. Pregnancy: not recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uneven doses break the harmony of movement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of one product cannot be compared with, or converted into, units of another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units on the weak side of a facial palsy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants &quot;the strong side&quot; calmed. Even plan for the forehead. Look at all pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was told of a cold in the face two winters ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the calibration to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak zygomaticus, double vision, dry eye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakness or wasting of the muscle to be treated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the link is gone there are no numbers, and old ones must not be read on. What was recorded up to then is kept. Plug in, reconnect, calibrate anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gave 18 on one side and 22 on the other?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Women of 35 to 55: no left/right difference of the frontalis as a group (p 0.978); its EMG follows the brow (p &lt; 0.001).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a condition speaks against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>altered_anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an electrode has no good contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asymmetry index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bridged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bunny lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contradicted_or_conflicting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrugator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cows_milk_protein_allergy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crow&apos;s feet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deep_dermal_scarring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depressor anguli oris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dermatochalasis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not treat today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dysphagia_or_breathing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ecg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every site is calibrated and good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examine before any units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forehead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frontalis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glabella</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on: the signal is sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gummy smile, anterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gummy smile, asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gummy smile, posterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hypersensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infection_at_site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>involuntary bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lead off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads are swapped or bridged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>levator labii (LLSAN and LLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lip lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mains, movement or the heart is in the signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marionette lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked_facial_asymmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masseter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masseter, bruxism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masseter, contour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mend what is wrong and measure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mentalis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more units on the more active side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nasalis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuromuscular_disease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no healthy range of this muscle is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off_label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>onabotulinumtoxinA 48 against 72 U: 90.6 against 91.3 % responded at day 90. Half as much again did not show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one muscle moves along with another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one side cramps by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one side may be weak: a quiet side is not a strong other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orbicularis oculi, lateral part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orbicularis oris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out_of_scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overstated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly_contradicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly_supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly_true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platysma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platysma bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plausible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plausible_number_unsupported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prabotulinumtoxinA 24, 48, 72 or 96 U in all: thinning grew with dose, best at 48 to 72; chewing discomfort at 96.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pregnancy_or_lactation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>procerus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ptosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>railed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supported_roughly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swapped leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the suggested change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tap test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporalis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the asymmetry is beyond the healthy range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the asymmetry is inside the healthy range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the brow may be holding up a low lid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the link loses samples or is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan&apos;s sides differ for a stated reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan&apos;s sides differ without a stated reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the syringe cannot measure the planned doses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thick_sebaceous_skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too soon after the last toxin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>treat as planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncalibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unproven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unverifiable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unverifiable_probably_invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakness_or_atrophy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zygomaticus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
