using System;
using System.Collections.Generic;
using System.Globalization;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>
/// Parses ZQL: <c>query</c>, <c>count</c> and <c>sum</c> with all their clauses, in the order of the grammar.
/// Joins, searches and calls of other APIs are not supported. See runtime/PROTOCOL.md §5.4.
/// </summary>
internal sealed class ZqlParser
{
    // A parser that calls itself needs limits, because a stack overflow ends the process.
    private const int MaxLength = 65_536;
    private const int MaxDepth = 64;
    private const int MaxStatements = 100;
    private const string ClauseOrder = "where, restrict by, return with, group by, order by, limit, offset, filter by, named as";
    private readonly List<ZqlToken> _tokens;
    private int _at;
    private int _depth;

    private ZqlParser(string zql) => _tokens = ZqlTokens.Read(zql);

    private ZqlToken Current => _tokens[_at];

    /// <summary>Parses the statements of a text.</summary>
    /// <exception cref="ZqlException">The text is not valid.</exception>
    /// <exception cref="PlainTextException">The text exceeds a limit.</exception>
    public static IReadOnlyList<ParsedStatement> Parse(string zql)
    {
        if (zql.Length > MaxLength)
            throw new PlainTextException(400, $"the ZQL text is longer than {MaxLength} characters");
        var parser = new ZqlParser(zql);
        List<ParsedStatement> statements = [];
        while (parser.Current.Kind != ZqlTokenKind.End)
        {
            if (statements.Count == MaxStatements)
                throw new PlainTextException(400, $"the ZQL text contains more than {MaxStatements} statements");
            statements.Add(parser.Statement());
            while (parser.Accept(";"))
            {
                // Skips empty statements.
            }
        }

        return statements.Count > 0 ? statements : throw new ZqlException("the ZQL text contains no statement");
    }

    private ParsedStatement Statement()
    {
        ZqlToken word = Next();
        ZqlVerb verb = word.Kind == ZqlTokenKind.Word
            ? word.Text switch
            {
                "query" => ZqlVerb.Query,
                "count" => ZqlVerb.Count,
                "sum" => ZqlVerb.Sum,
                _ => throw Unexpected(word, "'query', 'count' or 'sum'"),
            }
            : throw Unexpected(word, "'query', 'count' or 'sum'");
        ZqlFunction function = verb == ZqlVerb.Sum ? ZqlFunction.None : Function(verb);
        (string target, List<string>? fields) = Target();
        if (function != ZqlFunction.None)
            Expect(")");
        if (fields is null && (verb == ZqlVerb.Sum || function is ZqlFunction.Max or ZqlFunction.Min or ZqlFunction.Average))
            throw new ZqlException($"'{target}' needs a field to calculate with, such as {target}.cpuNum");
        var statement = new ParsedStatement { Verb = verb, Function = function, Target = target, Fields = fields, SumBy = verb == ZqlVerb.Sum ? SumBy() : null };
        Clauses(statement);
        if (Current is not ({ Kind: ZqlTokenKind.End } or { Kind: ZqlTokenKind.Symbol, Text: ";" }))
        {
            throw Current is { Kind: ZqlTokenKind.Word, Text: "where" or "restrict" or "return" or "group" or "order" or "limit" or "offset" or "filter" or "named" } clause
                ? new ZqlException($"the clause '{clause.Text}' at {clause.Position} is not allowed there; the order of the clauses of '{word.Text}' is {ClauseOrder}")
                : Unexpected(Current, "a clause or the end");
        }

        return statement;
    }

    // The available clauses depend on the verb; their order does not.
    private void Clauses(ParsedStatement statement)
    {
        if (Accept("where"))
            statement.Where = Or();
        if (statement.Verb != ZqlVerb.Sum && AcceptPair("restrict", "by"))
            RestrictBy(statement);
        if (statement.Verb == ZqlVerb.Query && AcceptPair("return", "with"))
            ReturnWith(statement);
        if (statement.Verb != ZqlVerb.Sum && AcceptPair("group", "by"))
        {
            do
                statement.GroupBy.Add(Word("a field to group by"));
            while (Accept(","));
        }

        if (AcceptPair("order", "by"))
        {
            do
            {
                string field = Word("a field to order by");
                bool descending = Accept("desc");
                if (!descending)
                    Accept("asc");
                statement.OrderBy.Add((field, descending));
            }
            while (Accept(","));
        }

        if (Accept("limit"))
            statement.Limit = Integer();
        if (Accept("offset"))
            statement.Offset = Integer();
        if (statement.Verb == ZqlVerb.Query && AcceptPair("filter", "by"))
            throw new ZqlException($"the simulator does not support the filter '{Word("a filter")}'");
        if (AcceptPair("named", "as"))
            statement.Name = Next() is { Kind: ZqlTokenKind.Text } name ? name.Text : throw Unexpected(_tokens[_at - 1], "a name in quotes");
    }

    // Examples: distinct(zone.name), max(vminstance.cpuNum)
    private ZqlFunction Function(ZqlVerb verb)
    {
        if (_at + 1 >= _tokens.Count || !_tokens[_at + 1].Is("("))
            return ZqlFunction.None;
        ZqlToken name = Next();
        Expect("(");
        return (name.Text, verb) switch
        {
            ("distinct", _) => ZqlFunction.Distinct,
            ("max", ZqlVerb.Query) => ZqlFunction.Max,
            ("min", ZqlVerb.Query) => ZqlFunction.Min,
            ("avg", ZqlVerb.Query) => ZqlFunction.Average,
            _ => throw Unexpected(name, verb == ZqlVerb.Query ? "'distinct', 'max', 'min' or 'avg'" : "'distinct'"),
        };
    }

    // Examples: vminstance; vminstance.name; vminstance.name,uuid
    private (string Target, List<string>? Fields) Target()
    {
        string word = Word("a resource");
        int dot = word.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return (word, null);
        List<string> fields = [word[(dot + 1)..]];
        while (Accept(","))
            fields.Add(Word("a field"));
        return (word[..dot], fields);
    }

    private string SumBy()
    {
        Expect("by");
        return Word("a field to sum by");
    }

    private void RestrictBy(ParsedStatement statement)
    {
        Expect("(");
        do
        {
            ZqlToken name = Current;
            ZqlComparison comparison = Comparison();
            int dot = comparison.Field.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
                throw Unexpected(name, "a resource's field, such as zone.uuid,");
            statement.RestrictBy.Add(new ZqlRestriction(comparison.Field[..dot], comparison with { Field = comparison.Field[(dot + 1)..] }));
        }
        while (Accept(","));
        Expect(")");
    }

    private void ReturnWith(ParsedStatement statement)
    {
        Expect("(");
        do
        {
            string name = Word("a name to return");
            if (Accept("{"))
                statement.ReturnWith.Add(Block() ?? name);
            else if (name == "total")
                statement.ReturnTotal = true;
            else
                throw new ZqlException($"the simulator cannot return '{name}'");
        }
        while (Accept(","));
        Expect(")");
    }

    // The content of the braces has its own syntax. Only the name of its result matters here.
    private string? Block()
    {
        string? name = null;
        for (int depth = 1; depth > 0;)
        {
            ZqlToken token = Next();
            if (token.Kind == ZqlTokenKind.End)
                throw Unexpected(token, "'}'");
            if (token.Is("{"))
                depth++;
            else if (token.Is("}"))
                depth--;
            else if (token.Is("resultName") && Accept("="))
                name = Next().Text;
        }

        return name;
    }

    private ZqlCondition Or()
    {
        List<ZqlCondition> operands = [And()];
        while (Accept("or"))
            operands.Add(And());
        return operands.Count == 1 ? operands[0] : new ZqlCombination(operands, IsAnd: false);
    }

    private ZqlCondition And()
    {
        List<ZqlCondition> operands = [Operand()];
        while (Accept("and"))
            operands.Add(Operand());
        return operands.Count == 1 ? operands[0] : new ZqlCombination(operands, IsAnd: true);
    }

    private ZqlCondition Operand()
    {
        if (!Accept("("))
            return Comparison();
        Enter();
        ZqlCondition inner = Or();
        _depth--;
        Expect(")");
        return inner;
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
            throw new PlainTextException(400, $"the ZQL text is nested more than {MaxDepth} levels deep at {Current.Position}");
    }

    private ZqlComparison Comparison()
    {
        string field = Word("a field");
        ZqlToken op = Next();
        switch (op.Text)
        {
            case "=":
                return Comparison(field, QueryOperator.Equal);
            case "!=":
                return Comparison(field, QueryOperator.NotEqual);
            case ">":
                return Comparison(field, QueryOperator.Greater);
            case ">=":
                return Comparison(field, QueryOperator.GreaterOrEqual);
            case "<":
                return Comparison(field, QueryOperator.Less);
            case "<=":
                return Comparison(field, QueryOperator.LessOrEqual);
            case "like":
                return Comparison(field, QueryOperator.Like);
            case "in":
                return List(field, QueryOperator.In);
            case "has":
                return List(field, QueryOperator.Has);
            case "is":
                bool not = Accept("not");
                Expect("null");
                return new ZqlComparison(field, not ? QueryOperator.NotNull : QueryOperator.IsNull, [], null);
            case "not" when Accept("like"):
                return Comparison(field, QueryOperator.NotLike);
            case "not" when Accept("in"):
                return List(field, QueryOperator.NotIn);
            case "not" when Accept("has"):
                return List(field, QueryOperator.NotHas);
            default:
                throw Unexpected(op, "an operator");
        }
    }

    private ZqlComparison Comparison(string field, QueryOperator op) => new(field, op, [Value()], null);

    private ZqlComparison List(string field, QueryOperator op)
    {
        Expect("(");
        if (Accept("query"))
        {
            (string target, List<string>? fields) = Target();
            if (fields is not { Count: 1 })
                throw new ZqlException("a sub-query must name exactly one field, as in (query zone.uuid)");
            Enter();
            var inner = new ParsedStatement { Verb = ZqlVerb.Query, Target = target, Fields = fields, Where = Accept("where") ? Or() : null };
            _depth--;
            Expect(")");
            return new ZqlComparison(field, op, [], inner);
        }

        List<string> values = [Value()];
        while (Accept(","))
            values.Add(Value());
        Expect(")");
        return new ZqlComparison(field, op, values, null);
    }

    private string Value()
    {
        ZqlToken token = Next();
        return token.Kind is ZqlTokenKind.Text or ZqlTokenKind.Number || token.Is("true") || token.Is("false")
            ? token.Text
            : throw Unexpected(token, "a value");
    }

    private int Integer()
    {
        ZqlToken token = Next();
        return token.Kind == ZqlTokenKind.Number && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Unexpected(token, "a whole number");
    }

    private string Word(string expected)
    {
        ZqlToken token = Next();
        return token.Kind == ZqlTokenKind.Word ? token.Text : throw Unexpected(token, expected);
    }

    private ZqlToken Next()
    {
        ZqlToken token = Current;
        if (token.Kind != ZqlTokenKind.End)
            _at++;
        return token;
    }

    private bool Accept(string text)
    {
        if (!Current.Is(text))
            return false;
        _at++;
        return true;
    }

    // The two words of the keyword are a single token of the grammar, so the second word is required.
    private bool AcceptPair(string first, string second)
    {
        if (!Current.Is(first))
            return false;
        _at++;
        Expect(second);
        return true;
    }

    private void Expect(string text)
    {
        if (!Accept(text))
            throw Unexpected(Current, $"'{text}'");
    }

    private static ZqlException Unexpected(ZqlToken token, string expected) => new(token.Kind == ZqlTokenKind.End
        ? $"the ZQL text ends where {expected} is expected"
        : $"unexpected '{token.Text}' at {token.Position}; {expected} is expected");
}
