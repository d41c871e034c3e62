namespace Knowledge.Search;

/// <summary>What sort of answer a question asks for.</summary>
internal enum ExpectedAnswer { Anything, Amount, Money, Ratio, Time, Clock, Day, Span, Place, Person, YesOrNo, Reason, Things, Phone, Way }
