using System;
using System.Collections.Generic;
using System.Globalization;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>
/// Reads the part of ZQL that queries and counts: fields, where with and, or and brackets, sub-queries, return with total,
/// order by, limit, offset, named as. The rest is refused by name.
/// </summary>
internal sealed class ZqlParser
{
    private readonly List<ZqlToken> _tokens;
    private int _at;

    private ZqlParser(string zql) => _tokens = ZqlTokens.Read(zql);

    private ZqlToken Current => _tokens[_at];

    public static IReadOnlyList<ZqlStatement> Parse(string zql)
    {
        var parser = new ZqlParser(zql);
        List<ZqlStatement> statements = [];
        while (parser.Current.Kind != ZqlTokenKind.End)
        {
            statements.Add(parser.Statement());
            while (parser.Accept(";"))
            {
                // An empty statement is none.
            }
        }

        return statements.Count > 0 ? statements : throw new ZqlException("the ZQL text has no statement");
    }

    private ZqlStatement Statement()
    {
        ZqlToken verb = Next();
        if (!verb.Is("query") && !verb.Is("count"))
            throw Unexpected(verb, "'query' or 'count'");
        (string target, List<string>? fields) = Target();
        var statement = new ZqlStatement { IsCount = verb.Is("count"), Target = target, Fields = fields };
        if (Accept("where"))
            statement.Where = Or();
        while (true)
        {
            switch (Current)
            {
                case { Kind: ZqlTokenKind.Word, Text: "return" }:
                    _at++;
                    Expect("with");
                    Expect("(");
                    Expect("total");
                    Expect(")");
                    statement.ReturnTotal = true;
                    break;
                case { Kind: ZqlTokenKind.Word, Text: "order" }:
                    _at++;
                    Expect("by");
                    do
                    {
                        string field = Word("a field to order by");
                        bool descending = Accept("desc");
                        if (!descending)
                            Accept("asc");
                        statement.OrderBy.Add((field, descending));
                    }
                    while (Accept(","));
                    break;
                case { Kind: ZqlTokenKind.Word, Text: "limit" }:
                    _at++;
                    statement.Limit = Integer();
                    break;
                case { Kind: ZqlTokenKind.Word, Text: "offset" }:
                    _at++;
                    statement.Offset = Integer();
                    break;
                case { Kind: ZqlTokenKind.Word, Text: "named" }:
                    _at++;
                    Expect("as");
                    statement.Name = Next() is { Kind: ZqlTokenKind.Text } name ? name.Text : throw Unexpected(_tokens[_at - 1], "a name in quotes");
                    break;
                case { Kind: ZqlTokenKind.End } or { Kind: ZqlTokenKind.Symbol, Text: ";" or ")" }:
                    return statement;
                case { Kind: ZqlTokenKind.Word, Text: "restrict" or "group" or "filter" } unsupported:
                    throw new ZqlException($"the simulator does not know the clause '{unsupported.Text}' of ZQL");
                default:
                    throw Unexpected(Current, "a clause or the end");
            }
        }
    }

    // vminstance, vminstance.name, or vminstance.name,uuid
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

    private ZqlCondition Or()
    {
        ZqlCondition left = And();
        while (Accept("or"))
            left = new ZqlCombination(left, And(), IsAnd: false);
        return left;
    }

    private ZqlCondition And()
    {
        ZqlCondition left = Operand();
        while (Accept("and"))
            left = new ZqlCombination(left, Operand(), IsAnd: true);
        return left;
    }

    private ZqlCondition Operand()
    {
        if (Accept("("))
        {
            ZqlCondition inner = Or();
            Expect(")");
            return inner;
        }

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
            case "is":
                bool not = Accept("not");
                Expect("null");
                return new ZqlComparison(field, not ? QueryOperator.NotNull : QueryOperator.IsNull, [], null);
            case "not" when Accept("like"):
                return Comparison(field, QueryOperator.NotLike);
            case "not" when Accept("in"):
                return List(field, QueryOperator.NotIn);
            default:
                throw Unexpected(op, "an operator");
        }
    }

    private ZqlComparison Comparison(string field, QueryOperator op) => new(field, op, [Value()], null);

    private ZqlComparison List(string field, QueryOperator op)
    {
        Expect("(");
        if (Current.Is("query"))
        {
            ZqlStatement inner = Statement();
            Expect(")");
            return inner.Fields is { Count: 1 }
                ? new ZqlComparison(field, op, [], inner)
                : throw new ZqlException("a sub-query has to name one field, as in (query zone.uuid)");
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

    private string Word(string what)
    {
        ZqlToken token = Next();
        return token.Kind == ZqlTokenKind.Word ? token.Text : throw Unexpected(token, what);
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

    private void Expect(string text)
    {
        if (!Accept(text))
            throw Unexpected(Current, $"'{text}'");
    }

    private static ZqlException Unexpected(ZqlToken token, string expected) => new(token.Kind == ZqlTokenKind.End
        ? $"the ZQL text ends where {expected} should be"
        : $"'{token.Text}' stands at {token.Position} where {expected} should be");
}
