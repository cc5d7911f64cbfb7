package text

import (
	"fmt"
	"strings"

	"beatbook/data/routefile"
)

// Plan are the texts about plan files.
type Plan struct {
	At         string // line, column, what is wrong
	DidYouMean string // the nearest known word
	Fine       string // file, number of checkpoints, routes, units
	Adopted    string // name of the site
	Same       string
	Problems   map[routefile.Code]string // {s} stands for the subject, {d} for the detail
	Diff       PlanDiff
	Versions   PlanVersions
}

var zhPlan = Plan{
	At:         "第 %d 行第 %d 列：%s",
	DidYouMean: "是不是「%s」？",
	Fine:       "%s 没有问题：%d 个点位，%d 条线路，%d 个巡逻组",
	Adopted:    "已启用「%s」的方案，从下一班次起生效",
	Same:       "与现用方案相同，没有变动",
	Problems:   zhProblems,
	Diff:       zhPlanDiff,
	Versions:   zhPlanVersions,
}

var enPlan = Plan{
	At:         "line %d, column %d: %s",
	DidYouMean: "Did you mean \"%s\"?",
	Fine:       "%s is fine: %d checkpoints, %d routes, %d units",
	Adopted:    "The plan of %s holds from the next shift on",
	Same:       "The same as the plan in use; nothing was changed",
	Problems:   enProblems,
	Diff:       enPlanDiff,
	Versions:   enPlanVersions,
}

// suggests are the codes whose detail is the nearest known word, or nothing.
var suggests = map[routefile.Code]bool{
	routefile.UnknownKey: true, routefile.UnknownCheckpoint: true, routefile.UnknownRoute: true,
}

// PlanProblem says where a plan file is wrong, what is wrong there and what to write instead.
func (s *Strings) PlanProblem(p routefile.Problem) string {
	return fmt.Sprintf(s.Plan.At, p.Line, p.Column, s.PlanSentence(p))
}

// PlanSentence says what is wrong and what to write instead, without the place.
func (s *Strings) PlanSentence(p routefile.Problem) string {
	sentence, ok := s.Plan.Problems[p.Code]
	if !ok {
		sentence = string(p.Code) + ": {s} {d}"
	}
	sentence = strings.NewReplacer("{s}", p.Subject, "{d}", p.Detail).Replace(sentence)
	if suggests[p.Code] && p.Detail != "" {
		sentence = Sentences(sentence, fmt.Sprintf(s.Plan.DidYouMean, p.Detail))
	}
	return sentence
}
